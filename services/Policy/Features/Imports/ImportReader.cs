using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;

namespace Portal.Policies.Features.Imports;

/// <summary>Reads the jobs of the caller's agency.</summary>
internal sealed class ImportReader(PolicyDb db)
{
    private const int ProblemsOnPage = 10_000;

    /// <summary>A job with its problems after the given one; null when the agency has no such import.</summary>
    public async Task<ImportResponse?> FindAsync(
        ImportId id, ImportProblemCursor? after, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null)
        {
            return null;
        }

        var problems = db.ImportProblems.AsNoTracking().Where(problem => problem.ImportId == id);
        if (after is not null)
        {
            problems = problems.Where(problem => problem.File.CompareTo(after.File) > 0
                || (problem.File == after.File
                    && (problem.Line > after.Line || (problem.Line == after.Line && problem.Id > after.Id))));
        }

        var rows = await problems.OrderBy(problem => problem.File).ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Id)
            .Take(ProblemsOnPage + 1).ToListAsync(cancellationToken);
        var page = Cursor.ToPage(
            rows, ProblemsOnPage, row => row.ToContract(), row => new ImportProblemCursor(row.File, row.Line, row.Id));
        return new ImportResponse(
            id.Value,
            import.State,
            import.DryRun,
            import.Clients,
            import.Policies,
            import.Holders,
            page.Items,
            page.Next,
            import.RequestedAt,
            import.FinishedAt);
    }
}
