/**
 * Words that every English abstract has: they make no two papers near. In large corpora their number of papers says
 * so already, in one of fifty papers it does not.
 */
export const functionWords = new Set(
	(
		'a about above across after again against all almost along already also although always among an and another any ' +
		'are around as at back based be because been before being below between both but by can cannot could did do does ' +
		'done down due during each either else enough even ever every few find first for from further get give given has ' +
		'have having he her here him his how however i if in indeed instead into is it its itself just last less let like ' +
		'made make makes making many may me might more most much must my neither never no none nor not now of off often on ' +
		'once one only onto or other others our ours out over own per perhaps quite rather same second see seem several she ' +
		'should show shows since so some still such take than that the their them then there thereby these they this those ' +
		'though three through throughout thus to together too toward towards two under until up upon us use used uses using ' +
		'various very via was we well were what when where whereas whether which while who whole whom whose why will with ' +
		'within without would yet you your'
	).split(' ')
);
