import { expect, test } from 'vitest';
import { cleanText } from '#lib/sources/fields/clean-text.ts';
import { latexText } from '#lib/sources/fields/latex-text.ts';

test.each([
	['Ducks', 'Ducks'],
	['{D}ucks {{of}} {GRPO}', 'Ducks of GRPO'],
	["na{\\\"\\i}ve \\'Etudes, Garc{\\'\\i}a, {\\L}{\\'o}d{\\'z}", 'naïve Études, García, Łódź'],
	['\\"{o} \\"o {\\"o} \\c{c} \\v Cech \\~n \\H{o} \\k{a} \\d{u} \\r{a}', 'ö ö ö ç Čech ñ ő ą ụ å'],
	['{\\ss} \\ae{} {\\O}stergaard \\o stergaard', 'ß æ Østergaard østergaard'],
	['\\& \\% \\$ \\# \\_ \\{ \\}', '& % $ # _ { }'],
	['R&D', 'R&D'],
	['50\\% better --- than 10--20', '50% better — than 10–20'],
	["``ducks'' and `geese'", "“ducks” and `geese'"],
	['\\textit{Anas} {\\em sp.} \\textbf{x} {\\bf y}', 'Anas sp. x y'],
	['\\textsc{DuckNet} and \\texttt{duck\\_net}', 'DuckNet and duck_net'],
	['$\\alpha$-divergence, \\beta too', 'α-divergence, β too'],
	['H$_2$O, $O(n^2)$, $10^{-3}$, $x_{max}$', 'H₂O, O(n²), 10⁻³, xmax'],
	['$\\mathcal{O}(n \\log n)$', 'O(n log n)'],
	['$\\ell_1$ and $\\mathbb{R}^d$', 'ℓ₁ and Rᵈ'],
	['$n \\leq 10$', 'n ≤ 10'],
	['$\\frac{1}{2}$ of $\\hat{x}$', '1/2 of x̂'],
	['H\\textsubscript{2}O 1\\textsuperscript{st}', 'H₂O 1st'],
	['it costs $5 and $6', 'it costs $5 and $6'],
	['it costs $5', 'it costs $5'],
	['about ~10 of Fig.~3', 'about ~10 of Fig. 3'],
	['ducks \\cite{old} swim \\citep[p.~3]{new}', 'ducks swim'],
	['\\url{http://example.org/a_b}', 'http://example.org/a_b'],
	['\\href{http://example.org}{ducks}', 'ducks'],
	['we call it \\GRPO{} and \\ours', 'we call it GRPO and ours'],
	['\\mbox{ducks} \\unknown{geese}', 'ducks geese'],
	['\\begin{itemize}\\item one\\item two\\end{itemize}', 'one two'],
	['half {of a brace', 'half of a brace'],
	['half of a brace}, and more', 'half of a brace, and more'],
	['1\\,000', '1 000'],
	['a backslash at the end \\', 'a backslash at the end'],
	[`${'{'.repeat(5000)}deep`, 'deep']
])('latexText reads %j', (text, plain) => {
	expect(cleanText(latexText(text))).toBe(plain);
});
