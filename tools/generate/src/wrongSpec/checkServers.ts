import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../problem.ts';

/** Each server has to be a region: a stable ID, and a host to which the paths can be appended. */
export function checkServers({ servers }: Contract): Problem[] {
  if (!Array.isArray(servers) || servers.length === 0) {
    const remedy = 'Add one for each region: a url, a description, and an x-region.';
    return [{ path: ['servers'], says: 'openapi.yaml has no servers.', remedy }];
  }
  return servers.flatMap((server, index) => {
    const { url, 'x-region': region } = server;
    const path = ['servers', index];
    const first = servers.findIndex((other) => other['x-region'] === region);
    const atUrl = servers.findIndex((other) => other.url === url);
    return [
      ...(region === undefined || region === null
        ? [
            {
              path,
              says: `The server ${url} has no x-region.`,
              remedy: 'Give it a short, stable ID of small letters: users choose the region by it.',
            },
          ]
        : []),
      ...(region !== undefined && region !== null && !/^[a-z][a-z0-9-]*$/.test(String(region))
        ? [
            {
              path: [...path, 'x-region'],
              says: `The region ${String(region)} is no ID.`,
              remedy: 'Write small letters, digits and hyphens only, a letter first.',
            },
          ]
        : []),
      ...(region !== undefined && first !== index
        ? [
            {
              path: [...path, 'x-region'],
              says: `Two servers are the region ${region}.`,
              remedy: 'Give each server an x-region of its own.',
            },
          ]
        : []),
      ...(atUrl === index
        ? []
        : [
            {
              path: [...path, 'url'],
              says: `The regions ${servers[atUrl]!['x-region']} and ${region} have the same URL, ${url}.`,
              remedy: 'Correct one of the two, or take it out: the data of one region must not go to the other.',
            },
          ]),
      ...(Object.hasOwn(server, 'variables')
        ? [
            {
              path: [...path, 'variables'],
              says: `The server ${url} has variables.`,
              remedy: 'Write a server for each region: what is called has to be known.',
            },
          ]
        : []),
      ...(typeof server.description === 'string' && server.description.trim() !== ''
        ? []
        : [{ path, says: `The server ${url} has no description.`, remedy: 'Give it the name of the region in English.' }]),
      ...(/^https:\/\/[A-Za-z0-9.-]+(?::\d+)?$/.test(url) && URL.canParse(url)
        ? []
        : [
            {
              path: [...path, 'url'],
              says: `The server’s URL ${url} is not https and a host alone.`,
              remedy: 'Write https://, the host, and nothing behind it.',
            },
          ]),
    ];
  });
}
