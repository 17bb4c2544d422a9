using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Policies.Domain;

namespace Portal.Policies.Storage.Configurations;

internal sealed class RenewalConfiguration : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> builder)
    {
        builder.Property(renewal => renewal.Id).HasColumnName("distribution_id").ValueGeneratedNever();
    }
}
