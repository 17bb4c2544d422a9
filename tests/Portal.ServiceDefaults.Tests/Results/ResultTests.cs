using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Tests.Results;

public sealed class ResultTests
{
    [Fact]
    public void Everything_that_is_wrong_is_answered_and_the_first_decides_the_status()
    {
        var failed = Result.Fail<int>([new Cancelled { Field = "policyId" }, new Wrong { Field = "number" }]);

        var problem = failed.ToProblem().ProblemDetails;

        Assert.Equal((StatusCodes.Status409Conflict, "policy-cancelled"), (problem.Status, problem.Extensions["code"]));
        Assert.Equal(
            ["policyId", "number"],
            Assert.IsType<FieldProblem[]>(problem.Extensions["errors"]).Select(listed => listed.Field));
        Assert.Equal("policy-cancelled", failed.Error!.Code);
    }

    [Fact]
    public void Another_value_keeps_every_failure()
    {
        var failed = Result.Fail<int>([new Cancelled(), new Wrong()]).Map(number => $"{number}");

        Assert.True(failed.Failed);
        Assert.Equal(["policy-cancelled", "number-invalid"], failed.Errors.Select(error => error.Code));
    }

    [Fact]
    public void A_result_with_a_value_has_no_failure()
    {
        Result<int> succeeded = 1;

        var mapped = succeeded.Map(number => $"{number}");

        Assert.False(mapped.Failed);
        Assert.Null(mapped.Error);
        Assert.Equal("1", mapped.Value);
    }

    [Fact]
    public void A_failure_without_an_error_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Fail<int>([]));

    private sealed record Cancelled() : Conflict("policy-cancelled", "The policy was cancelled.");

    private sealed record Wrong() : RuleViolation("number-invalid", "The number has to be printable.");
}
