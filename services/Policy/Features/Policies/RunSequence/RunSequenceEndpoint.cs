using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Auditing;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>
/// Tries lives of policies without storing anything, to compare the rules with answers that are known. In development
/// alone: a partner has no use for it.
/// </summary>
internal static class RunSequenceEndpoint
{
    public static void MapRunSequence(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            routes.MapPost("/api/v1/policies/sequences", Run)
                .RequireScope(Scopes.PoliciesRead).WithName("RunSequence")
                .ConcernsNoClient("It changes nothing.")
                .ExcludeFromDescription();
        }
    }

    private static Results<Ok<RunSequenceResponse>, ProblemHttpResult> Run(RunSequenceRequest request)
    {
        var read = new SequenceReader().Read(request);
        return read.Failed ? read.ToProblem() : TypedResults.Ok(new SequenceRun(read.Value).Answer());
    }
}
