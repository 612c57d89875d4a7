import { addFile, type Edit, insertBefore } from './edit.ts';

/** A GET that is signed in its query, as similar APIs have it, and a call whose body is JSON. */
export const addEncodings: Edit = {
  what: 'a GET that is signed in its query, and a body of JSON',
  shows: ['/finauth/v5/sdk/get_result', '/finauth/v5/sdk/note', 'How much of it is wanted.', 'Whom to tell.', 'curl --get'],
  async apply(spec) {
    await insertBefore(
      spec,
      'openapi.yaml',
      'x-signature:\n',
      `  /finauth/v5/sdk/get_result:
    $ref: paths/get_result.yaml
  /finauth/v5/sdk/note:
    $ref: paths/note.yaml
`,
    );
    await addFile(spec, 'paths/get_result.yaml', getResult);
    await addFile(spec, 'components/parameters/Sign.yaml', sign);
    await addFile(spec, 'paths/note.yaml', note);
  },
};

const sign = `name: sign
in: query
required: true
description: The signature of this request, percent-encoded.
schema: { type: string, minLength: 1 }
`;

const getResult = `get:
  operationId: getResult
  tags: [Token]
  summary: Get a result
  description: Asks what has become of a token.
  x-codeSamples:
    - lang: Shell
      label: curl
      source: |
        curl --get https://api-sgp.yljz.com/finauth/v5/sdk/get_result --data-urlencode "sign=$SIGN" \\
          --data sign_version=<algorithm> --data-urlencode "biz_token=$BIZ_TOKEN"
  parameters:
    - $ref: ../components/parameters/Sign.yaml
    - name: sign_version
      in: query
      required: true
      description: The algorithm of the signature.
      schema: { type: string, const: <algorithm> }
    - name: biz_token
      in: query
      required: true
      description: The token that the phone was started with.
      schema: { type: string, minLength: 1, x-maxBytes: 100 }
      example: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
    - name: level
      in: query
      description: How much of it is wanted.
      schema: { type: integer, minimum: 0, maximum: 3 }
      example: 2
    - name: images
      in: query
      description: Whether the images are wanted.
      schema: { type: boolean }
  responses:
    "200":
      description: The result.
      content:
        application/json:
          schema:
            type: object
            description: What has become of a token.
            required: [request_id, passed]
            properties:
              request_id: { type: string, description: FinAuth's ID of this request. }
              passed: { type: boolean, description: Whether it was the same person. }
          examples:
            passed:
              summary: The same person
              value:
                request_id: 1800000000,5a0f2c7d-7e5c-4f5b-9f0a-1f7e54a3b1c9
                passed: true
    "400":
      $ref: ../components/responses/BadRequest.yaml
    "403":
      $ref: ../components/responses/Forbidden.yaml
    "500":
      $ref: ../components/responses/InternalError.yaml
`;

const note = `post:
  operationId: note
  tags: [Token]
  summary: Note something about a token
  description: Keeps what you know of a token beside it.
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          description: What is noted.
          required: [sign, sign_version, biz_token, whom]
          properties:
            sign: { type: string, minLength: 1, description: The signature of this request. }
            sign_version: { type: string, const: <algorithm>, description: The algorithm of the signature. }
            biz_token: { type: string, minLength: 1, description: The token. }
            whom:
              type: array
              description: Whom to tell.
              items: { type: object, required: [name], properties: { name: { type: string, description: A name. }, age: { type: [integer, 'null'], description: An age. } } }
            urgent: { type: boolean, description: Whether it cannot wait. }
        examples:
          noted:
            summary: Something noted
            value:
              sign: <sign>
              sign_version: <algorithm>
              biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
              whom: [{ name: Ann, age: null }]
              urgent: true
  responses:
    "200":
      description: It was noted.
      content:
        application/json:
          schema:
            type: object
            description: That it was noted.
            required: [request_id, noted]
            properties:
              request_id: { type: string, description: FinAuth's ID of this request. }
              noted: { type: integer, description: How many notes there are. }
          examples:
            noted:
              summary: Noted
              value:
                request_id: 1800000000,0d5b2c8e-9a1f-4d8a-8a53-f5a9d5b6c1e4
                noted: 1
    "400":
      $ref: ../components/responses/BadRequest.yaml
    "403":
      $ref: ../components/responses/Forbidden.yaml
`;
