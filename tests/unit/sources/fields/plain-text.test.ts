import { expect, test } from 'vitest';
import { plainText } from '#lib/sources/fields/plain-text.ts';

test.each([
	['Ducks', 'Ducks'],
	['H<sub>2</sub>O and CO<inf>2</inf>', 'H₂O and CO₂'],
	['10<sup>-3</sup> m<sup>2</sup>, x<sup>n</sup>', '10⁻³ m², xⁿ'],
	['V<sub>max</sub>, the 1<sup>st</sup>, Ca<sup>2+</sup>', 'Vmax, the 1st, Ca²⁺'],
	['a duck<sup>&reg;</sup>', 'a duck®'],
	['<i>Anas</i> <b>sp.</b>', 'Anas sp.'],
	['<jats:italic>In vitro</jats:italic> ducks', 'In vitro ducks'],
	['<jats:title>Abstract</jats:title><jats:p>Ducks.</jats:p>', 'Ducks.'],
	[
		'<jats:sec><jats:title>Methods</jats:title><jats:p>We count.</jats:p></jats:sec><jats:sec><jats:title>Results:</jats:title><jats:p>Ten.</jats:p></jats:sec>',
		'Methods: We count. Results: Ten.'
	],
	['<p>One.</p><p>Two.</p>', 'One. Two.'],
	['One<br/>two<BR>three', 'One two three'],
	['<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>2</mml:mn></mml:math>', 'x=2'],
	[
		'<inline-formula><tex-math>\\alpha</tex-math><mml:math><mml:mi>α</mml:mi></mml:math></inline-formula>',
		'α'
	],
	['p &lt; 0.05 &amp;amp; n &gt; 3', 'p < 0.05 & n > 3'],
	['&lt;i&gt;Anas&lt;/i&gt;', 'Anas'],
	['&amp;lt;i&amp;gt;Anas&amp;lt;/i&amp;gt;', 'Anas'],
	['&alpha;&#946;&#x3b3; &eacute;', 'αβγ é'],
	['R&D at AT&T; 3 &notanentity; 4', 'R&D at AT&T; 3 &notanentity; 4'],
	['a < b and c > d', 'a < b and c > d'],
	['the token <unk> and <s> or <image>', 'the token <unk> and <s> or <image>'],
	['x<y', 'x<y'],
	['a <!-- a remark --> b', 'a b'],
	['<script>alert(1)</script>Ducks<style>p{}</style>', 'Ducks'],
	['<a href="javascript:alert(1)">Ducks</a><img src=x onerror=alert(1)>', 'Ducks'],
	['<sub>open', 'open'],
	['x<sub>i</sub>', 'xᵢ'],
	['</sub>closed', 'closed'],
	['<sup><sup>2</sup></sup>', '²'],
	['<span class="ocr">ducks</span> ,  geese', 'ducks, geese'],
	[`${'<sub>'.repeat(1000)}x`, 'ₓ']
])('plainText makes of %j', (text, plain) => {
	expect(plainText(text)).toBe(plain);
});

test('plainText takes no longer for brackets without end', () => {
	const text = '<'.repeat(200_000) + '<a '.repeat(100_000);
	const start = performance.now();
	plainText(text);
	expect(performance.now() - start).toBeLessThan(2000);
});
