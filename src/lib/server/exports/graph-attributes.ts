import { nodeModel, relationshipModel } from '#lib/domain/graph-model.ts';
import { attributesOf } from './attributes.ts';

/** The attributes of any node: those of its model, and the name that programs write beside it. */
export const nodeAttributes = attributesOf(Object.values(nodeModel)).set('label', 'string');

export const relationshipAttributes = attributesOf(Object.values(relationshipModel));
