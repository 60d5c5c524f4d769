/** A self-signed certificate for `docbridge.test` and `localhost`, for tests on loopback alone; valid to 2120. */
export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBejCCASGgAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5kb2Nicmlk
Z2UudGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGTEXMBUG
A1UEAwwOZG9jYnJpZGdlLnRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARG
ZJ3XQc+pPjny8vb/K0R3RofcOWVudQliXG8Sl3TUwy3ACUhn4s986o3X3nXcrBgd
TNEbiABx/TvJp16GSKpoo1gwVjAkBgNVHREEHTAbgg5kb2NicmlkZ2UudGVzdIIJ
bG9jYWxob3N0MA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFG7OmUhlebSWAlfB
0+RQRlz84DBpMAoGCCqGSM49BAMCA0cAMEQCID/CaoRGCYhefIXo3lP26CNxfRSf
H4uD3USC6p9hEAvCAiBFm4UuIiH7Sn7//L8SdHQlxn3FwYpfSneKVS//5+BRPQ==
-----END CERTIFICATE-----
`;

/** Its private key; it guards nothing. */
export const testKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdnwxLoG7Odawg3o9
URdRq+XG266Tdha94ZK/+kLE8n6hRANCAARGZJ3XQc+pPjny8vb/K0R3RofcOWVu
dQliXG8Sl3TUwy3ACUhn4s986o3X3nXcrBgdTNEbiABx/TvJp16GSKpo
-----END PRIVATE KEY-----
`;
