import { addFile, CODES, type Edit, insertBefore, insertUnder } from './edit.ts';

/** A second signed call, with files, a number, a choice and a flag in its body, an answer and errors of its own; and a third whose schemas have no name. */
export const addOperation: Edit = {
  what: 'a second signed operation with a file part and its own errors',
  shows: [
    '/finauth/v5/sdk/match_face',
    '/finauth/v5/sdk/cancel',
    'At most 100 bytes as UTF-8.',
    'How alike the two have to be.',
    'IMAGE_REFUSED',
    'NOBODY_SEEN',
    'MATCH_BUSY',
    'Wait for the answer of the call that is under way.',
  ],
  exports: ['MatchFaceInput', 'CancelAnswer'],
  async apply(spec) {
    await insertBefore(spec, 'openapi.yaml', 'x-signature:\n', paths);
    await addFile(spec, 'paths/cancel.yaml', cancel);
    await addFile(spec, 'paths/match_face.yaml', path);
    await addFile(spec, 'components/schemas/MatchFaceRequest.yaml', request);
    await addFile(spec, 'components/schemas/MatchFaceResponse.yaml', answer);
    await addFile(spec, 'components/responses/FaceMatched.yaml', verified);
    await addFile(spec, 'components/responses/ImageRefused.yaml', imageRefused);
    await addFile(spec, 'components/responses/MatchBusy.yaml', busy);
    await insertUnder(spec, 'errors.yaml', CODES, codes);
  },
};

const paths = `  /finauth/v5/sdk/match_face:
    $ref: paths/match_face.yaml
  /finauth/v5/sdk/cancel:
    $ref: paths/cancel.yaml
`;

const path = `post:
  operationId: matchFace
  tags: [Token]
  summary: Match a face
  description: Compares the face that the phone has seen with a picture.
  requestBody:
    required: true
    content:
      multipart/form-data:
        schema:
          $ref: ../components/schemas/MatchFaceRequest.yaml
        examples:
          picture:
            summary: A picture
            value:
              sign: <sign>
              sign_version: <algorithm>
              biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
              image: the bytes of a JPEG
              threshold: 0.8
              mode: strict
              keep: true
  responses:
    "200":
      $ref: ../components/responses/FaceMatched.yaml
    "400":
      $ref: ../components/responses/ImageRefused.yaml
    "403":
      $ref: ../components/responses/Forbidden.yaml
    "404":
      $ref: ../components/responses/NotFound.yaml
    "409":
      $ref: ../components/responses/MatchBusy.yaml
    "500":
      $ref: ../components/responses/InternalError.yaml
`;

const request = `type: object
description: One comparison, signed.
required: [sign, sign_version, biz_token, image]
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
    description: The token that the phone was started with.
  image:
    type: string
    format: binary
    description: The picture to compare with.
  threshold:
    type: number
    minimum: 0
    maximum: 1
    description: How alike the two have to be.
  mode:
    type: string
    enum: [strict, lenient]
    description: What is done about a poor picture.
  keep:
    type: boolean
    description: Whether the picture is kept.
  more:
    type: array
    maxItems: 2
    description: More pictures of the same person.
    items:
      type: string
      contentMediaType: image/jpeg
`;

// Without a named schema, neither of what it takes nor of what it answers.
const cancel = `post:
  operationId: cancel
  tags: [Token]
  summary: Cancel a token
  description: Takes a token back before a phone has used it.
  requestBody:
    required: true
    content:
      multipart/form-data:
        schema:
          type: object
          description: The token to take back.
          required: [sign, sign_version, biz_token]
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
              x-maxBytes: 100
              description: The token.
        examples:
          token:
            summary: A token
            value:
              sign: <sign>
              sign_version: <algorithm>
              biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
  responses:
    "200":
      description: The token was taken back.
      content:
        application/json:
          schema:
            type: object
            description: What became of the token.
            required: [request_id, cancelled]
            properties:
              request_id:
                type: string
                description: FinAuth's ID of this request.
              cancelled:
                type: boolean
                description: Whether the token could still be taken back.
          examples:
            cancelled:
              summary: Taken back
              value:
                request_id: 1800000000,0d5b2c8e-9a1f-4d8a-8a53-f5a9d5b6c1e4
                cancelled: true
    "400":
      $ref: ../components/responses/BadRequest.yaml
    "403":
      $ref: ../components/responses/Forbidden.yaml
`;

const answer = `type: object
description: FinAuth's answer when it has compared the two.
required: [request_id, time_used, result]
properties:
  request_id:
    type: string
    description: FinAuth's ID of this request.
  time_used:
    type: integer
    description: How long FinAuth worked on the request, in milliseconds.
  result:
    type: object
    description: How alike the two are.
    required: [score, passed]
    properties:
      score:
        type: number
        description: From 0 to 1.
      passed:
        type: boolean
        description: Whether the score reaches the threshold.
`;

const verified = `description: The two were compared.
content:
  application/json:
    schema:
      $ref: ../schemas/MatchFaceResponse.yaml
    examples:
      verified:
        summary: The same person
        value:
          request_id: 1800000000,5a0f2c7d-7e5c-4f5b-9f0a-1f7e54a3b1c9
          time_used: 340
          result:
            score: 0.93
            passed: true
`;

const imageRefused = `description: A field is missing or wrong, or the picture cannot be used.
content:
  application/json:
    schema:
      $ref: ../schemas/ErrorResponse.yaml
    examples:
      IMAGE_MISSING:
        summary: The picture is missing
        value:
          error: "MISSING_ARGUMENTS: image"
      IMAGE_UNREADABLE:
        summary: The picture is none
        value:
          error: "IMAGE_UNREADABLE: image"
          request_id: 1800000001,7f6a7a08-2d3e-4a53-8a7b-0c1f6f0d9e11
          time_used: 12
      NOBODY_SEEN:
        summary: The picture shows nobody
        value:
          error: "IMAGE_REFUSED: NOBODY_SEEN"
          request_id: 1800000001,0c40f26a-5a06-4d22-9b43-3c6d6f1f3f52
          time_used: 80
      FACE_TOO_SMALL:
        summary: The picture shows somebody far away
        value:
          error: "IMAGE_REFUSED: FACE_TOO_SMALL"
          request_id: 1800000001,b8c7d5d5-3f0e-4b54-8f0b-6b0c3f5f8a21
          time_used: 80
`;

const busy = `description: The token is being matched already.
content:
  application/json:
    schema:
      $ref: ../schemas/ErrorResponse.yaml
    examples:
      MATCH_BUSY:
        summary: Being matched already
        value:
          error: MATCH_BUSY
          request_id: 1800000001,4b5cf0a8-1a5c-4e0b-9b3a-0e6a1d3c7f60
          time_used: 2
`;

const codes = `  IMAGE_UNREADABLE:
    status: 400
    detail: key
    retry: never
    meaning: A file arrived that is no picture. The detail names its field.
    remedy: Send a JPEG or a PNG in the field that the detail names.
  IMAGE_REFUSED:
    status: 400
    detail: reason
    retry: never
    meaning: A picture arrived that cannot be used. The detail says why.
    remedy: Act on the detail.
    reasons:
      NOBODY_SEEN:
        retry: never
        meaning: The picture shows nobody.
        remedy: Send a picture that shows the person's face.
      FACE_TOO_SMALL:
        retry: never
        meaning: The face is too small to be compared.
        remedy: Send a larger picture, or one from nearby.
  MATCH_BUSY:
    status: 409
    detail: none
    retry: later
    meaning: The token is being matched already.
    remedy: Wait for the answer of the call that is under way.
`;
