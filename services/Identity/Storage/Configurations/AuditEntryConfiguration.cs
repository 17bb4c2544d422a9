using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Storage.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.HasKey(one => new { one.AgencyId, one.Number });
        entity.ComplexProperty(one => one.Fact, fact =>
        {
            fact.ToJson();
            fact.Property(one => one.Outcome).HasConversion<string>();
        });
        entity.HasIndex(one => new { one.AgencyId, one.AccountId, one.Number });
        entity.HasIndex(one => new { one.AgencyId, one.ActorId, one.Number });
        entity.HasIndex(one => new { one.AgencyId, one.DelegationId, one.Number });
        entity.HasIndex(one => new { one.AgencyId, one.At });
    }
}
