// Takes the packages both ways in one process, and tells which of their entries came as one copy.
const names = ['client', 'client/examples', 'validator', 'signing', 'signing/node', 'signing/undici', 'sandbox'];
const required = names.map((name) => require(`@finauth-sdk/${name}`));

(async () => {
  const imported = await Promise.all(names.map((name) => import(`@finauth-sdk/${name}`)));
  const one = names.filter((_, at) => Object.keys(imported[at]).every((key) => imported[at][key] === required[at][key]));
  console.log(JSON.stringify({ names, one }));
})();
