using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.Property(certificate => certificate.Policies).HasJsonConversion();

        // One certificate a share and cause, however often a batch runs; and no revision twice.
        builder.HasIndex(certificate => new { certificate.DistributionId, certificate.ShareId }).IsUnique();
        builder.HasIndex(certificate => new { certificate.ShareId, certificate.Revision }).IsUnique();
        builder.HasIndex(certificate => certificate.VerificationCode).IsUnique();
        builder.HasIndex(certificate => new { certificate.AgencyId, certificate.HolderName });
    }
}
