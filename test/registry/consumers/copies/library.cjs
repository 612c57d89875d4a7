// A library of somebody's, in CommonJS.
const signing = require('@finauth-sdk/signing');
const { nodeTransport } = require('@finauth-sdk/signing/node');

module.exports = { signing, nodeTransport };
