using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        // Who is bounded to an account sees the documents of the certificates that it sees: CertificateDb.
        builder.IsOwnedByNoAgency(
            "It is asked for by its certificate, which the mailing service knows of every agency.");
        builder.HasKey(document => document.CertificateId);

        // The certificate's own row says the same.
        builder.Ignore(document => document.Snapshot);
    }
}
