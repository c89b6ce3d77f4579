import { expect, test } from 'vitest';
import { abstractText } from '#lib/sources/fields/abstract-text.ts';

test.each([
	['Ducks swim. © 2020 Elsevier Ltd', 'Ducks swim.'],
	['Ducks swim. © 2020 Elsevier B.V. All rights reserved.', 'Ducks swim.'],
	['Ducks swim. (C) 2003 Elsevier Science B.V. All rights reserved.', 'Ducks swim.'],
	['Ducks swim. Copyright © 2011 John Wiley & Sons, Ltd.', 'Ducks swim.'],
	['Ducks swim. Copyright (C) 2003 John Wiley & Sons, Ltd.', 'Ducks swim.'],
	['Ducks swim. Copyright 2019 The Authors.', 'Ducks swim.'],
	['Ducks swim. Published by Elsevier Ltd.', 'Ducks swim.'],
	['Ducks swim. (PsycINFO Database Record (c) 2019 APA, all rights reserved)', 'Ducks swim.'],
	['Ducks swim. [Author Abstract] KEY WORDS: ducks', 'Ducks swim.'],
	['© 2020 The Authors. We count ducks.', 'We count ducks.'],
	['Ducks swim. All rights reserved.', 'Ducks swim.'],
	[
		'The rights of ducks, and who holds copyright in their pictures.',
		'The rights of ducks, and who holds copyright in their pictures.'
	],
	['(c) Ducks, (a) geese', '(c) Ducks, (a) geese'],
	['Abstract: Ducks swim.', 'Ducks swim.'],
	['Abstract—Ducks swim.', 'Ducks swim.'],
	['ABSTRACT Ducks swim.', 'Ducks swim.'],
	['Summary. Ducks swim.', 'Ducks swim.'],
	['Abstract Syntax Trees of ducks.', 'Abstract Syntax Trees of ducks.'],
	['Abstract-level ducks.', 'Abstract-level ducks.'],
	['Summary statistics of ducks.', 'Summary statistics of ducks.'],
	['BACKGROUND: Ducks. METHODS: Counting.', 'BACKGROUND: Ducks. METHODS: Counting.'],
	['No abstract available.', ''],
	['[Not Available].', ''],
	['[No abstract available]', ''],
	['Abstract not available', ''],
	['N/A', ''],
	['null', ''],
	['-', ''],
	['.', ''],
	['© 2020 Elsevier Ltd.', ''],
	['Abstract', ''],
	['None of the ducks swim.', 'None of the ducks swim.']
])('abstractText makes of %j', (text, abstract) => {
	expect(abstractText(text)).toBe(abstract);
});
