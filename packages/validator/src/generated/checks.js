// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.
import { utf8Length } from '../utf8Length.ts';

export const GetBizTokenRequest = validate21;
const schema32 = {"type":"object","required":["sign","sign_version","liveness_id"],"properties":{"sign":{"type":"string","minLength":1},"sign_version":{"type":"string","const":"hmac_sha1"},"liveness_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sign === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "sign"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sign_version === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "sign_version"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.liveness_id === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "liveness_id"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.sign !== undefined){
let data0 = data.sign;
if(typeof data0 === "string"){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/sign",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/sign",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.sign_version !== undefined){
let data1 = data.sign_version;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/sign_version",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("hmac_sha1" !== data1){
const err6 = {instancePath:instancePath+"/sign_version",keyword:"const",params:{allowedValue: "hmac_sha1"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.liveness_id !== undefined){
let data2 = data.liveness_id;
if(typeof data2 === "string"){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/liveness_id",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/liveness_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.uuid !== undefined){
let data3 = data.uuid;
if(typeof data3 === "string"){
if(data3.length > 42 && utf8Length(data3) > 128){
const err9 = {instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data3) }};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

export const GetBizTokenResponse = validate22;
const schema33 = {"type":"object","required":["request_id","time_used","biz_token"],"properties":{"request_id":{"type":"string"},"time_used":{"type":"integer","minimum":0,"maximum":86400000},"biz_token":{"type":"string","minLength":1,"pattern":"^[!-~]{1,4096}$"}}};
const pattern4 = new RegExp("^[!-~]{1,4096}$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.request_id === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "request_id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.time_used === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "time_used"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.biz_token === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "biz_token"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.request_id !== undefined){
if(typeof data.request_id !== "string"){
const err3 = {instancePath:instancePath+"/request_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.time_used !== undefined){
let data1 = data.time_used;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/time_used",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 86400000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/time_used",keyword:"maximum",params:{comparison: "<=", limit: 86400000}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/time_used",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.biz_token !== undefined){
let data2 = data.biz_token;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err7 = {instancePath:instancePath+"/biz_token",keyword:"pattern",params:{pattern: "^[!-~]{1,4096}$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/biz_token",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/biz_token",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const ErrorResponse = validate23;
const schema34 = {"type":"object","required":["error"],"properties":{"error":{"type":"string","minLength":1},"request_id":{"type":"string"},"time_used":{"type":"integer"}}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "error"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.error !== undefined){
let data0 = data.error;
if(typeof data0 === "string"){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/error",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/error",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.request_id !== undefined){
if(typeof data.request_id !== "string"){
const err3 = {instancePath:instancePath+"/request_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.time_used !== undefined){
let data2 = data.time_used;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err4 = {instancePath:instancePath+"/time_used",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

export const GatewayText = validate24;
const schema35 = {"type":"string"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

export const VerifyRequest = validate25;
const schema36 = {"x-requiredWhen":[{"field":"image_ref1","when":"comparison_type","is":"0"},{"field":"idcard_name","when":"comparison_type","is":"1"},{"field":"idcard_number","when":"comparison_type","is":"1"}],"type":"object","required":["sign","sign_version","biz_token","verify_id","comparison_type"],"properties":{"sign":{"type":"string","minLength":1},"sign_version":{"type":"string","const":"hmac_sha1"},"biz_token":{"type":"string","minLength":1},"verify_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128},"comparison_type":{"type":"string","enum":["0","1"]},"image_ref1":{"x-binary":true,"x-maxFileBytes":2097152},"idcard_name":{"type":"string","minLength":1},"idcard_number":{"type":"string","minLength":1}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sign === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "sign"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sign_version === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "sign_version"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.biz_token === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "biz_token"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.verify_id === undefined){
const err3 = {instancePath,keyword:"required",params:{missingProperty: "verify_id"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.comparison_type === undefined){
const err4 = {instancePath,keyword:"required",params:{missingProperty: "comparison_type"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.sign !== undefined){
let data0 = data.sign;
if(typeof data0 === "string"){
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/sign",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/sign",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.sign_version !== undefined){
let data1 = data.sign_version;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/sign_version",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("hmac_sha1" !== data1){
const err8 = {instancePath:instancePath+"/sign_version",keyword:"const",params:{allowedValue: "hmac_sha1"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.biz_token !== undefined){
let data2 = data.biz_token;
if(typeof data2 === "string"){
if(data2.length < 1){
const err9 = {instancePath:instancePath+"/biz_token",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/biz_token",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.verify_id !== undefined){
let data3 = data.verify_id;
if(typeof data3 === "string"){
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/verify_id",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/verify_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.uuid !== undefined){
let data4 = data.uuid;
if(typeof data4 === "string"){
if(data4.length > 42 && utf8Length(data4) > 128){
const err13 = {instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data4) }};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.comparison_type !== undefined){
let data5 = data.comparison_type;
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/comparison_type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!((data5 === "0") || (data5 === "1"))){
const err16 = {instancePath:instancePath+"/comparison_type",keyword:"enum",params:{allowedValues: schema36.properties.comparison_type.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.image_ref1 !== undefined){
let data6 = data.image_ref1;
if(data6 instanceof Blob && data6.size > 2097152){
const err17 = {instancePath:instancePath+"/image_ref1",keyword:"x-maxBytes",params:{ limit: 2097152, bytes: data6.size }};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!(data6 instanceof Blob)){
const err18 = {instancePath:instancePath+"/image_ref1",keyword:"x-binary",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.idcard_name !== undefined){
let data7 = data.idcard_name;
if(typeof data7 === "string"){
if(data7.length < 1){
const err19 = {instancePath:instancePath+"/idcard_name",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/idcard_name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.idcard_number !== undefined){
let data8 = data.idcard_number;
if(typeof data8 === "string"){
if(data8.length < 1){
const err21 = {instancePath:instancePath+"/idcard_number",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/idcard_number",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data["comparison_type"] === "0" && data["image_ref1"] === undefined){
const err23 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "image_ref1", property: "comparison_type", value: "0" }};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data["comparison_type"] === "1" && data["idcard_name"] === undefined){
const err24 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "idcard_name", property: "comparison_type", value: "1" }};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data["comparison_type"] === "1" && data["idcard_number"] === undefined){
const err25 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "idcard_number", property: "comparison_type", value: "1" }};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

export const VerifyResponse = validate26;
const schema37 = {"type":"object","required":["result_code","result_message"],"properties":{"request_id":{"type":["string","null"]},"time_used":{"type":["number","null"]},"result_code":{"type":["integer","string"],"pattern":"^\\d{1,9}$"},"result_message":{"type":"string","minLength":1},"biz_no":{"type":["string","null"]},"verification":{"type":["object","null"],"additionalProperties":{"type":["object","null"],"properties":{"confidence":{"type":["number","string","null"]},"thresholds":{"type":["object","null"],"additionalProperties":{"type":["number","string","null"]}}}}},"attack_result":{"type":["object","null"],"properties":{"score":{"type":["number","string","null"]},"threshold":{"type":["number","string","null"]},"result":{"type":["boolean","string","null"]}}},"images":{"type":["object","null"],"properties":{"image_best":{"type":["string","null"]}}}}};
const pattern5 = new RegExp("^\\d{1,9}$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.result_code === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "result_code"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.result_message === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "result_message"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.request_id !== undefined){
let data0 = data.request_id;
if((typeof data0 !== "string") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/request_id",keyword:"type",params:{type: schema37.properties.request_id.type}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.time_used !== undefined){
let data1 = data.time_used;
if((!((typeof data1 == "number") && (isFinite(data1)))) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/time_used",keyword:"type",params:{type: schema37.properties.time_used.type}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.result_code !== undefined){
let data2 = data.result_code;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){
const err4 = {instancePath:instancePath+"/result_code",keyword:"type",params:{type: schema37.properties.result_code.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err5 = {instancePath:instancePath+"/result_code",keyword:"pattern",params:{pattern: "^\\d{1,9}$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.result_message !== undefined){
let data3 = data.result_message;
if(typeof data3 === "string"){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/result_message",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/result_message",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.biz_no !== undefined){
let data4 = data.biz_no;
if((typeof data4 !== "string") && (data4 !== null)){
const err8 = {instancePath:instancePath+"/biz_no",keyword:"type",params:{type: schema37.properties.biz_no.type}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.verification !== undefined){
let data5 = data.verification;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
const err9 = {instancePath:instancePath+"/verification",keyword:"type",params:{type: schema37.properties.verification.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key0 in data5){
let data6 = data5[key0];
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err10 = {instancePath:instancePath+"/verification/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: schema37.properties.verification.additionalProperties.type}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.confidence !== undefined){
let data7 = data6.confidence;
if(((!((typeof data7 == "number") && (isFinite(data7)))) && (typeof data7 !== "string")) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/verification/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/confidence",keyword:"type",params:{type: schema37.properties.verification.additionalProperties.properties.confidence.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.thresholds !== undefined){
let data8 = data6.thresholds;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err12 = {instancePath:instancePath+"/verification/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/thresholds",keyword:"type",params:{type: schema37.properties.verification.additionalProperties.properties.thresholds.type}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
let data9 = data8[key1];
if(((!((typeof data9 == "number") && (isFinite(data9)))) && (typeof data9 !== "string")) && (data9 !== null)){
const err13 = {instancePath:instancePath+"/verification/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/thresholds/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{type: schema37.properties.verification.additionalProperties.properties.thresholds.additionalProperties.type}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
}
}
}
}
if(data.attack_result !== undefined){
let data10 = data.attack_result;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
const err14 = {instancePath:instancePath+"/attack_result",keyword:"type",params:{type: schema37.properties.attack_result.type}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.score !== undefined){
let data11 = data10.score;
if(((!((typeof data11 == "number") && (isFinite(data11)))) && (typeof data11 !== "string")) && (data11 !== null)){
const err15 = {instancePath:instancePath+"/attack_result/score",keyword:"type",params:{type: schema37.properties.attack_result.properties.score.type}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data10.threshold !== undefined){
let data12 = data10.threshold;
if(((!((typeof data12 == "number") && (isFinite(data12)))) && (typeof data12 !== "string")) && (data12 !== null)){
const err16 = {instancePath:instancePath+"/attack_result/threshold",keyword:"type",params:{type: schema37.properties.attack_result.properties.threshold.type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data10.result !== undefined){
let data13 = data10.result;
if(((typeof data13 !== "boolean") && (typeof data13 !== "string")) && (data13 !== null)){
const err17 = {instancePath:instancePath+"/attack_result/result",keyword:"type",params:{type: schema37.properties.attack_result.properties.result.type}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
if(data.images !== undefined){
let data14 = data.images;
if((!(data14 && typeof data14 == "object" && !Array.isArray(data14))) && (data14 !== null)){
const err18 = {instancePath:instancePath+"/images",keyword:"type",params:{type: schema37.properties.images.type}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.image_best !== undefined){
let data15 = data14.image_best;
if((typeof data15 !== "string") && (data15 !== null)){
const err19 = {instancePath:instancePath+"/images/image_best",keyword:"type",params:{type: schema37.properties.images.properties.image_best.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
}
else {
const err20 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const GetBizTokenInput = validate27;
const schema38 = {"$id":"GetBizTokenInput","type":"object","required":["liveness_id"],"properties":{"liveness_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128}},"additionalProperties":false};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="GetBizTokenInput" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.liveness_id === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "liveness_id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "liveness_id") || (key0 === "uuid"))){
const err1 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.liveness_id !== undefined){
let data0 = data.liveness_id;
if(typeof data0 === "string"){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/liveness_id",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/liveness_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uuid !== undefined){
let data1 = data.uuid;
if(typeof data1 === "string"){
if(data1.length > 42 && utf8Length(data1) > 128){
const err4 = {instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data1) }};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

export const VerifyInput = validate28;
const schema39 = {"$id":"VerifyInput","x-requiredWhen":[{"field":"image_ref1","when":"comparison_type","is":"0"},{"field":"idcard_name","when":"comparison_type","is":"1"},{"field":"idcard_number","when":"comparison_type","is":"1"}],"type":"object","required":["biz_token","verify_id","comparison_type"],"properties":{"biz_token":{"type":"string","minLength":1},"verify_id":{"type":"string","minLength":1},"uuid":{"type":"string","x-maxBytes":128},"comparison_type":{"type":"string","enum":["0","1"]},"image_ref1":{"x-binary":true,"x-maxFileBytes":2097152},"idcard_name":{"type":"string","minLength":1},"idcard_number":{"type":"string","minLength":1}},"additionalProperties":false};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="VerifyInput" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.biz_token === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "biz_token"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.verify_id === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "verify_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.comparison_type === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "comparison_type"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "biz_token") || (key0 === "verify_id")) || (key0 === "uuid")) || (key0 === "comparison_type")) || (key0 === "image_ref1")) || (key0 === "idcard_name")) || (key0 === "idcard_number"))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.biz_token !== undefined){
let data0 = data.biz_token;
if(typeof data0 === "string"){
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/biz_token",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/biz_token",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.verify_id !== undefined){
let data1 = data.verify_id;
if(typeof data1 === "string"){
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/verify_id",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/verify_id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.uuid !== undefined){
let data2 = data.uuid;
if(typeof data2 === "string"){
if(data2.length > 42 && utf8Length(data2) > 128){
const err8 = {instancePath:instancePath+"/uuid",keyword:"x-maxBytes",params:{ limit: 128, bytes: utf8Length(data2) }};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/uuid",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.comparison_type !== undefined){
let data3 = data.comparison_type;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/comparison_type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((data3 === "0") || (data3 === "1"))){
const err11 = {instancePath:instancePath+"/comparison_type",keyword:"enum",params:{allowedValues: schema39.properties.comparison_type.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.image_ref1 !== undefined){
let data4 = data.image_ref1;
if(data4 instanceof Blob && data4.size > 2097152){
const err12 = {instancePath:instancePath+"/image_ref1",keyword:"x-maxBytes",params:{ limit: 2097152, bytes: data4.size }};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(data4 instanceof Blob)){
const err13 = {instancePath:instancePath+"/image_ref1",keyword:"x-binary",params:{}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.idcard_name !== undefined){
let data5 = data.idcard_name;
if(typeof data5 === "string"){
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/idcard_name",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/idcard_name",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.idcard_number !== undefined){
let data6 = data.idcard_number;
if(typeof data6 === "string"){
if(data6.length < 1){
const err16 = {instancePath:instancePath+"/idcard_number",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/idcard_number",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data["comparison_type"] === "0" && data["image_ref1"] === undefined){
const err18 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "image_ref1", property: "comparison_type", value: "0" }};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data["comparison_type"] === "1" && data["idcard_name"] === undefined){
const err19 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "idcard_name", property: "comparison_type", value: "1" }};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data["comparison_type"] === "1" && data["idcard_number"] === undefined){
const err20 = {instancePath,keyword:"x-requiredWhen",params:{ missingProperty: "idcard_number", property: "comparison_type", value: "1" }};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
