import { expect, test } from 'vitest';
import { readAuthors } from '#lib/sources/fields/author-names.ts';

test.each([
	['A. Lee and B. Kim; C. Wu', ['A. Lee', 'B. Kim', 'C. Wu']],
	['Anna Lee', ['Anna Lee']],
	['Anna Lee, Ben Kim, Carla de la Cruz', ['Anna Lee', 'Ben Kim', 'Carla de la Cruz']],
	['Anna Lee, Ben Kim, and Carla Wu', ['Anna Lee', 'Ben Kim', 'Carla Wu']],
	['Anna Lee & Ben Kim', ['Anna Lee', 'Ben Kim']],
	['Lee, Anna; Kim, Ben', ['Anna Lee', 'Ben Kim']],
	['Lee, Anna and Kim, B. C.', ['Anna Lee', 'B. C. Kim']],
	['Lee and Kim', ['Lee', 'Kim']],
	['Lee, Anna', ['Anna Lee']],
	['Lee, Anna, Jr.; de la Cruz, Juan', ['Anna Lee, Jr.', 'Juan de la Cruz']],
	['Lee, III, Anna', ['Anna Lee, III']],
	['Martin Duck, Jr., Anna Lee', ['Martin Duck, Jr.', 'Anna Lee']],
	['Anna Lee et al.', ['Anna Lee']],
	['Anna Lee, Ben Kim, et al.', ['Anna Lee', 'Ben Kim']],
	['王伟，李娜', ['王伟', '李娜']],
	['王伟、李娜', ['王伟', '李娜']],
	['Anna Lee\nBen Kim', ['Anna Lee', 'Ben Kim']],
	['Plato', ['Plato']],
	['Department of Law and Ethics, Hill College', ['Department of Law and Ethics, Hill College']],
	['The Pond Collaboration', ['The Pond Collaboration']],
	['Lee, A., Kim, B.', ['Lee, A., Kim, B.']],
	['Anna Lee (Hill College, Pond Town)', ['Anna Lee (Hill College, Pond Town)']],
	[' ; and ', []]
])('readAuthors reads the text %j', (text, names) => {
	expect(readAuthors(text)).toEqual({ names, nameless: 0 });
});

test.each([
	[['Anna  Lee', 'Ben Kim'], ['Anna Lee', 'Ben Kim'], 0],
	[['Lee, Anna and others', 'Hill, Pond and Co'], ['Lee, Anna and others', 'Hill, Pond and Co'], 0],
	[[{ name: 'Anna Lee', id: 7 }, { name: 'Ben Kim' }], ['Anna Lee', 'Ben Kim'], 0],
	[[{ given: 'Anna', family: 'Lee' }, { family: 'Plato' }], ['Anna Lee', 'Plato'], 0],
	[[{ first: 'Anna', last: 'Lee' }, 'Ben Kim'], ['Anna Lee', 'Ben Kim'], 0],
	[['Anna Lee', '', null, 7, {}, ['Ben Kim'], { name: 3 }], ['Anna Lee'], 6],
	[{ name: 'Anna Lee' }, ['Anna Lee'], 0],
	[[], [], 0]
])('readAuthors reads %j', (value, names, nameless) => {
	expect(readAuthors(value)).toEqual({ names, nameless });
});

test.each([3, true, {}, { size: 4 }])('readAuthors cannot use %j', (value) => {
	expect(readAuthors(value)).toBeNull();
});
