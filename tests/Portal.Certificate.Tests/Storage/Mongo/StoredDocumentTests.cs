using System.Security.Cryptography;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;
using MongoDB.Driver;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Storage;
using Portal.Certificates.Storage.Mongo;

namespace Portal.Certificate.Tests.Storage.Mongo;

/// <summary>What is sent to MongoDB, as far as it can be told without a server.</summary>
public sealed class StoredDocumentTests
{
    /// <summary>What MongoDB takes at most, everything included.</summary>
    private const int SixteenMebibytes = 16 * 1024 * 1024;

    private static readonly CertificateId Certificate = new(new Guid("0198a000-0000-7000-8000-000000000001"));

    [Fact]
    public void A_document_is_its_bytes_and_what_they_say()
    {
        var snapshot = SomeDocument.Snapshot();
        var stored = StoredDocument.From(
            new Document { CertificateId = Certificate, Content = [1, 2, 255], Snapshot = snapshot });

        Assert.Equal(
            $$"""
            { "_id" : {{Uuid(Certificate.Value)}}, "content" : { "$binary" : { "base64" : "AQL/", "subType" : "00" } }, "snapshot" : { "agencyId" : {{Uuid(snapshot.AgencyId)}}, "accountId" : {{Uuid(snapshot.AccountId)}}, "number" : "C4T7K-9QX2M", "revision" : 2, "insuredName" : "O'Brien Freight LLC", "holderName" : "Holder 0001", "policies" : [{ "policyId" : {{Uuid(snapshot.Policies[0].PolicyId)}}, "line" : "GeneralLiability", "number" : "POL-1", "effective" : "2027-07-01", "expiration" : "2028-07-01" }], "issuedAt" : { "$date" : "2026-11-28T22:30:00Z" } } }
            """,
            Json(stored));
    }

    [Fact]
    public void An_instant_of_another_zone_is_stored_as_the_same_instant()
    {
        var snapshot = SomeDocument.Snapshot() with
        {
            IssuedAt = new DateTimeOffset(2026, 11, 28, 17, 30, 0, TimeSpan.FromHours(-5)),
        };

        var stored = StoredDocument.From(
            new Document { CertificateId = Certificate, Content = [], Snapshot = snapshot });

        Assert.Equal(
            new DateTime(2026, 11, 28, 22, 30, 0, DateTimeKind.Utc), stored["snapshot"]["issuedAt"].ToUniversalTime());
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var document = SomeDocument.Of(5_000);

        var read = StoredDocument.Read(new RawBsonDocument(StoredDocument.From(document).ToBson()));

        Assert.Equal(document.CertificateId, read.CertificateId);
        Assert.Equal(document.Content, read.Content);
        Assert.Null(read.Snapshot);
    }

    [Fact]
    public void The_largest_document_fits_with_more_policies_than_a_certificate_can_show()
    {
        var document = new Document
        {
            CertificateId = Certificate,
            Content = RandomNumberGenerator.GetBytes(DocumentLimit.MostBytes),
            Snapshot = SomeDocument.Snapshot(policies: 4_000),
        };

        Assert.InRange(StoredDocument.From(document).ToBson().Length, DocumentLimit.MostBytes, SixteenMebibytes);
    }

    [Fact]
    public void Documents_are_asked_for_by_id_and_only_their_bytes_come_back()
    {
        var other = new CertificateId(new Guid("0198a000-0000-7000-8000-000000000002"));

        Assert.Equal(
            $$"""{ "_id" : { "$in" : [{{Uuid(Certificate.Value)}}, {{Uuid(other.Value)}}] } }""",
            Json(StoredDocument.Of([Certificate, other]).Render(Arguments)));
        Assert.Equal("""{ "content" : 1 }""", Json(StoredDocument.Bytes.Render(Arguments)));
    }

    [Fact]
    public void The_index_leads_from_an_agencys_number_to_its_revisions_and_allows_what_an_unsaved_batch_left()
    {
        Assert.Equal(
            """{ "snapshot.agencyId" : 1, "snapshot.number" : 1, "snapshot.revision" : 1 }""",
            Json(StoredDocument.ByNumber.Keys.Render(Arguments)));
        Assert.Equal("by_number", StoredDocument.ByNumber.Options.Name);
        Assert.NotEqual(true, StoredDocument.ByNumber.Options.Unique);
    }

    private static RenderArgs<BsonDocument> Arguments =>
        new(BsonDocumentSerializer.Instance, BsonSerializer.SerializerRegistry);

    private static string Uuid(Guid value) => $$"""{ "$binary" : { "base64" : "{{Convert.ToBase64String(value.ToByteArray(bigEndian: true))}}", "subType" : "04" } }""";

    private static string Json(BsonDocument document) =>
        document.ToJson(new JsonWriterSettings { OutputMode = JsonOutputMode.RelaxedExtendedJson });
}
