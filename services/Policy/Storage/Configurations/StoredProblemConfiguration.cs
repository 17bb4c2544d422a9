using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Policies.Storage.Configurations;

internal sealed class StoredProblemConfiguration : IEntityTypeConfiguration<StoredProblem>
{
    public void Configure(EntityTypeBuilder<StoredProblem> builder)
    {
        builder.Property(problem => problem.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(problem => new { problem.ImportId, problem.File, problem.Line, problem.Id });
    }
}
