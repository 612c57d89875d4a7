import { addFile, CODES, type Edit, insertBefore, insertUnder, REASONS } from './edit.ts';

/** A call that takes the token of another: with a photo, errors of its own under names that others have too, three kinds of success, and long answers. */
export const addTokenTaker: Edit = {
  what: 'an operation that takes a token, with errors, successes and a limit of its own',
  shows: [
    '/finauth/v5/sdk/compare_faces',
    'Takes a token of `getBizToken`.',
    'This SDK reads at most 4000000 bytes of it, unless told otherwise.',
    'FACE_NOT_FOUND',
    'sandbox-anotherPerson',
  ],
  async apply(spec) {
    await insertBefore(spec, 'openapi.yaml', 'x-signature:\n', '  /finauth/v5/sdk/compare_faces:\n    $ref: paths/compare_faces.yaml\n');
    await addFile(spec, 'paths/compare_faces.yaml', path);
    await addFile(spec, 'components/schemas/CompareFacesRequest.yaml', request);
    await addFile(spec, 'components/schemas/CompareFacesResponse.yaml', answer);
    await insertUnder(spec, 'errors.yaml', CODES, code);
    await insertUnder(spec, 'errors.yaml', REASONS, reason);
  },
};

const path = `post:
  operationId: compareFaces
  tags: [Token]
  summary: Compare two faces
  description: Compares the face that the phone has seen with a photo.
  requestBody:
    required: true
    content:
      multipart/form-data:
        schema:
          $ref: ../components/schemas/CompareFacesRequest.yaml
        examples:
          photo:
            summary: A photo
            value:
              sign: <sign>
              sign_version: <algorithm>
              biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
              verify_id: example-scene
              photo: the bytes of a JPEG
  responses:
    "200":
      description: The two were compared. That is no pass yet.
      x-maxBytes: 4000000
      content:
        application/json:
          schema:
            $ref: ../components/schemas/CompareFacesResponse.yaml
          examples:
            samePerson:
              summary: The same person
              value: { request_id: "1800000000,5a0f2c7d-7e5c-4f5b-9f0a-1f7e54a3b1c0", result_code: 1000, result_message: SUCCESS }
            anotherPerson:
              summary: Another person
              value: { request_id: "1800000000,5a0f2c7d-7e5c-4f5b-9f0a-1f7e54a3b1c1", result_code: 2000, result_message: PASS_LIVING_NOT_THE_SAME }
            TOKEN_DENIED:
              summary: A token that cannot be used
              value: { request_id: "1800000000,5a0f2c7d-7e5c-4f5b-9f0a-1f7e54a3b1c2", result_code: 4200, result_message: TOKEN_DENIED }
    "400":
      description: A field is missing or wrong, or the photo shows nobody.
      content:
        application/json:
          schema:
            $ref: ../components/schemas/ErrorResponse.yaml
          examples:
            MISSING_ARGUMENTS:
              summary: A required field is missing
              value: { error: "MISSING_ARGUMENTS: photo" }
            BAD_ARGUMENTS:
              summary: A token that nobody gave
              value: { error: "BAD_ARGUMENTS: biz_token" }
            FACE_NOT_FOUND:
              summary: The photo shows nobody
              value: { error: "FACE_NOT_FOUND: photo" }
    "403":
      description: The signature or the key is refused, or the data is gone.
      content:
        application/json:
          schema:
            $ref: ../components/schemas/ErrorResponse.yaml
          examples:
            AUTHENTICATION_ERROR:
              summary: The signature is not accepted
              value: { error: AUTHENTICATION_ERROR }
            INVALID_SIGN:
              summary: The signature does not fit
              value: { error: "AUTHORIZATION_ERROR: INVALID_SIGN" }
            DATA_ERASED:
              summary: The data of the token is gone
              value: { error: "AUTHORIZATION_ERROR: DATA_ERASED" }
            UNLISTED_REASON:
              summary: Another reason that nobody has listed
              value: { error: "AUTHORIZATION_ERROR: SOMETHING_ELSE" }
    "429":
      $ref: ../components/responses/TooManyRequests.yaml
    "500":
      $ref: ../components/responses/InternalError.yaml
`;

const request = `type: object
description: One comparison, signed.
required: [sign, sign_version, biz_token, verify_id, photo]
properties:
  sign:
    type: string
    minLength: 1
    description: The signature of this request.
  sign_version:
    type: string
    const: <algorithm>
    description: The algorithm of the signature.
  biz_token:
    type: string
    minLength: 1
    x-takesToken:
      from: getBizToken
      neverIssued: BAD_ARGUMENTS
      expired: DATA_ERASED
      used: TOKEN_DENIED
    description: The token that the phone was started with.
  verify_id:
    type: string
    minLength: 1
    description: The ID of the scene.
  photo:
    type: string
    format: binary
    x-maxBytes: 2000000
    description: The photo to compare with.
`;

const answer = `type: object
description: FinAuth's answer when it has compared the two.
required: [request_id, result_code, result_message]
properties:
  request_id:
    type: string
    description: FinAuth's ID of this request.
  result_code:
    type: integer
    description: The kind of the result.
  result_message:
    type: string
    description: The result.
`;

const code = `  FACE_NOT_FOUND:
    status: 400
    detail: key
    retry: never
    meaning: A photo arrived that shows nobody. The detail names its field.
    remedy: Send a photo that shows the person's face.
`;

const reason = `      DATA_ERASED:
        retry: never
        meaning: The data of the token is gone.
        remedy: Start anew with another token.
`;
