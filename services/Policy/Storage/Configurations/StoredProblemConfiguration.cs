using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Policies.Storage.Configurations;

internal sealed class StoredProblemConfiguration : IEntityTypeConfiguration<StoredProblem>
{
    public void Configure(EntityTypeBuilder<StoredProblem> builder)
    {
        builder.IsOwnedByNoAgency("It is asked for by its import, which is the agency's.").IsHiddenFromAccounts();
        builder.Property(problem => problem.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(problem => new { problem.ImportId, problem.File, problem.Line, problem.Id });
    }
}
