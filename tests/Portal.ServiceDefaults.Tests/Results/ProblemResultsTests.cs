using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Tests.Results;

public sealed class ProblemResultsTests
{
    [Fact]
    public void An_answer_does_not_grow_with_every_failure_of_a_request()
    {
        Error[] failures =
        [
            .. Enumerable.Range(0, 10_000).Select(number => new LimitUnknown { Field = $"limits.{number}" }),
        ];

        var problem = failures.ToProblem().ProblemDetails;

        var listed = Assert.IsType<FieldProblem[]>(problem.Extensions["errors"]);
        Assert.Equal(ProblemResults.MostListed, listed.Length);
        Assert.Equal("limits.0", listed[0].Field);
    }

    private sealed record LimitUnknown() : RuleViolation("limit-unknown", "There is no such limit.");
}
