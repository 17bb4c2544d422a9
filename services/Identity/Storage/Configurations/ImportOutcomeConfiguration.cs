using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class ImportOutcomeConfiguration : IEntityTypeConfiguration<ImportOutcome>
{
    public void Configure(EntityTypeBuilder<ImportOutcome> entity)
    {
        entity.IsOwnedByNobody("It is found by the command that is delivered again; no route shows one.");
        entity.HasKey(one => new { one.ImportId, one.Batch });
    }
}
