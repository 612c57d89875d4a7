// The client alone, which needs the types of `fetch`: here those of a browser, and nothing skipped.
import { createClient, createConfig, errorCatalogue, getBizToken, servers, type Region } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';

const region: Region = 'sgp';
const client = createClient(createConfig({ baseUrl: servers[region].url, redirect: 'error' }));

export const used = [client, errorCatalogue, exampleInputs.getBizToken.liveness_id, getBizToken];
