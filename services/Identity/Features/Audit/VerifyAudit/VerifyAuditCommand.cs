using Microsoft.Extensions.Options;
using Portal.Identity.Storage;
using Portal.Persistence.Database;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Features.Audit.VerifyAudit;

/// <summary>
/// <c>dotnet Portal.Identity.dll verify-audit</c>: verifies every agency's trail, with the configuration of the
/// service, and changes nothing. Exits 0 when all are whole, 1 when one is broken, 2 when it could not look.
/// </summary>
internal static class VerifyAuditCommand
{
    public const string Name = "verify-audit";

    private const int Broken = 1;
    private const int NotVerified = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        builder.AddIdentityServices();
        await using var app = builder.Build();
        try
        {
            return await RunAsync(app.Services, Console.Out, CancellationToken.None);
        }
        catch (OptionsValidationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
        }
        catch (Exception problem) when (problem.OfDatabase() is not null)
        {
            await Console.Error.WriteLineAsync(
                $"The database does not answer as it should: {problem.OfDatabase()!.Message}. Check "
                + "ConnectionStrings__identitydb, and that it runs.");
        }

        return NotVerified;
    }

    /// <summary>Writes a line for each agency, and answers the exit code.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        var verifier = scope.ServiceProvider.GetRequiredService<AuditVerifier>();
        var code = 0;
        foreach (var (id, name) in await scope.ServiceProvider.GetRequiredService<IdentityDb>()
                .TrailsAsync(cancellationToken))
        {
            var verification = await verifier.VerifyAsync(id, cancellationToken);
            await output.WriteLineAsync(Line(name, verification));
            code = verification.IsWhole ? code : Broken;
        }

        return code;
    }

    private static string Line(string name, AuditVerification verification)
    {
        var last = verification.LastHash is null ? "-" : Convert.ToHexStringLower(verification.LastHash);
        return verification.IsWhole
            ? $"{name}: ok, {verification.Entries} entries, last {last}"
            : $"{name}: BROKEN at entry {verification.BrokenAt}. {verification.Problem} Whole before it: "
                + $"{verification.Entries} entries, last {last}";
    }
}
