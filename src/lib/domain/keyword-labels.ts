/**
 * What a list of keywords is called where it stands in an abstract, as the source of a pattern that minds no case: what
 * is read as the paper's keywords is the same that concepts are not looked for in.
 */
export const keywordLabels =
	'key ?-?words?(?: and phrases)?|author keywords|index terms?|(?:general|subject) terms|mots[ -]cl[ée]s|palabras[ -]clave|palavras[ -]chave|parole[ -]chiave|schl(?:ü|ue)sselw(?:ö|oe)rter|stichw(?:ö|oe)rter|关键词|關鍵詞|关键字|キーワード';
