import type { OfferedTool } from '../../../../src/local-agent/thinking/types';
import type { CaseGroup, IdleGroup } from '../cases';

/** What is said to the tools of one domain: requests, and sentences that ask for none of them. */
export interface Domain {
  readonly group: CaseGroup;
  readonly idle: IdleGroup;
}

/** A domain whose tools appear nowhere else. */
export function domain(
  name: string,
  tools: readonly OfferedTool[],
  cases: CaseGroup['cases'],
  said: IdleGroup['said'],
): Domain {
  const toolset = { name, tools, heldOutOnly: [] };
  return { group: { toolset, cases }, idle: { toolset, said } };
}
