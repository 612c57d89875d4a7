import { axiosFormData } from './axiosFormData.ts';
import type { Contender } from './contender.ts';
import { fetchBody } from './fetchBody.ts';
import { fetchFormData } from './fetchFormData.ts';
import { generatedClient } from './generatedClient.ts';
import { kyFormData } from './kyFormData.ts';
import { openapiFetch } from './openapiFetch.ts';
import { ours } from './ours.ts';
import { oursOnNode } from './oursOnNode.ts';
import { oursOnUndici } from './oursOnUndici.ts';
import { rawSocket } from './rawSocket.ts';
import { undiciRequest } from './undiciRequest.ts';

/** Every way to get a token, by the name it has in code, which is its file's too. */
export const contenders = {
  fetchFormData,
  fetchBody,
  generatedClient,
  openapiFetch,
  kyFormData,
  axiosFormData,
  undiciRequest,
  rawSocket,
  ours,
  oursOnUndici,
  oursOnNode,
} satisfies Record<string, Contender>;

export type ContenderId = keyof typeof contenders;
export const contenderIds = Object.keys(contenders) as ContenderId[];
