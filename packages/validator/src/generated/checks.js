// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.
import { utf8Length } from '../utf8Length.ts';

export const GetBizTokenRequest = validate21;
const schema32 = {"type":"object","required":["sign","sign_version","liveness_id"],"properties":{"sign":{"type":"string","minLength":1},"sign_version":{"type":"string","const":"hmac_sha1"},"liveness_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128}}};

function validate21(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sign === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "sign"}});
errors++;
}
if(data.sign_version === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "sign_version"}});
errors++;
}
if(data.liveness_id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "liveness_id"}});
errors++;
}
if(data.sign !== undefined){
let data0 = data.sign;
if(typeof data0 === "string"){
if(data0.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/sign",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/sign",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.sign_version !== undefined){
let data1 = data.sign_version;
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/sign_version",keyword:"type",params:{type: "string"}});
errors++;
}
if("hmac_sha1" !== data1){
(vErrors ??= []).push({instancePath:instancePath+"/sign_version",keyword:"const",params:{allowedValue: "hmac_sha1"}});
errors++;
}
}
if(data.liveness_id !== undefined){
let data2 = data.liveness_id;
if(typeof data2 === "string"){
if(data2.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/liveness_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/liveness_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.uuid !== undefined){
let data3 = data.uuid;
if(typeof data3 === "string"){
if(data3.length > 42 && utf8Length(data3) > 128){
(vErrors ??= []).push({instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data3) }});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const GetBizTokenResponse = validate22;
const schema33 = {"type":"object","required":["request_id","time_used","biz_token"],"properties":{"request_id":{"type":"string"},"time_used":{"type":"integer","minimum":0,"maximum":86400000},"biz_token":{"type":"string","minLength":1,"pattern":"^[!-~]{1,4096}$"}}};
const pattern4 = new RegExp("^[!-~]{1,4096}$", "u");

function validate22(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.request_id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "request_id"}});
errors++;
}
if(data.time_used === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "time_used"}});
errors++;
}
if(data.biz_token === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "biz_token"}});
errors++;
}
if(data.request_id !== undefined){
if(typeof data.request_id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/request_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.time_used !== undefined){
let data1 = data.time_used;
if(!Number.isInteger(data1)){
(vErrors ??= []).push({instancePath:instancePath+"/time_used",keyword:"type",params:{type: "integer"}});
errors++;
}
if(Number.isFinite(data1)){
if(data1 > 86400000){
(vErrors ??= []).push({instancePath:instancePath+"/time_used",keyword:"maximum",params:{comparison: "<=", limit: 86400000}});
errors++;
}
if(data1 < 0){
(vErrors ??= []).push({instancePath:instancePath+"/time_used",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
if(data.biz_token !== undefined){
let data2 = data.biz_token;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
(vErrors ??= []).push({instancePath:instancePath+"/biz_token",keyword:"pattern",params:{pattern: "^[!-~]{1,4096}$"}});
errors++;
}
if(data2.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/biz_token",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/biz_token",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const ErrorResponse = validate23;
const schema34 = {"type":"object","required":["error"],"properties":{"error":{"type":"string","minLength":1},"request_id":{"type":"string"},"time_used":{"type":"integer"}}};

function validate23(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "error"}});
errors++;
}
if(data.error !== undefined){
let data0 = data.error;
if(typeof data0 === "string"){
if(data0.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/error",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.request_id !== undefined){
if(typeof data.request_id !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/request_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.time_used !== undefined){
let data2 = data.time_used;
if(!Number.isInteger(data2)){
(vErrors ??= []).push({instancePath:instancePath+"/time_used",keyword:"type",params:{type: "integer"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const GatewayText = validate24;
const schema35 = {"type":"string"};

function validate24(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "string"}});
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

export const GetBizTokenInput = validate25;
const schema36 = {"$id":"GetBizTokenInput","type":"object","required":["liveness_id"],"properties":{"liveness_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128}},"additionalProperties":false};

function validate25(data, {instancePath=""}={}){
/*# sourceURL="GetBizTokenInput" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.liveness_id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "liveness_id"}});
errors++;
}
for(const key0 in data){
if(!((key0 === "liveness_id") || (key0 === "uuid"))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.liveness_id !== undefined){
let data0 = data.liveness_id;
if(typeof data0 === "string"){
if(data0.length < 1){
(vErrors ??= []).push({instancePath:instancePath+"/liveness_id",keyword:"minLength",params:{limit: 1}});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/liveness_id",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.uuid !== undefined){
let data1 = data.uuid;
if(typeof data1 === "string"){
if(data1.length > 42 && utf8Length(data1) > 128){
(vErrors ??= []).push({instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data1) }});
errors++;
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type",params:{type: "object"}});
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
