using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Features.ImportClients;

namespace Portal.Identity.Storage.Configurations;

internal sealed class ImportOutcomeConfiguration : IEntityTypeConfiguration<ImportOutcome>
{
    public void Configure(EntityTypeBuilder<ImportOutcome> entity)
    {
        entity.HasKey(one => new { one.ImportId, one.Batch });
    }
}
