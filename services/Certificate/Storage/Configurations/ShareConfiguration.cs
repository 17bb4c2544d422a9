using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Certificates.Domain.Shares;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> builder)
    {
        builder.Property(share => share.Holder).HasJsonConversion();
        builder.Property(share => share.Terms).HasJsonConversion();
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasIndex(share => new { share.AccountId, share.HolderKey }).IsUnique();
        builder.HasIndex(share => share.CertificateNumber).IsUnique();
        builder.HasIndex(share => new { share.AgencyId, share.HolderName });
    }
}
