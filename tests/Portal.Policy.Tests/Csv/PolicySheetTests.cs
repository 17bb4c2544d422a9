using System.Text;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Csv;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Csv;

public sealed class PolicySheetTests
{
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["client_ref"] = "C1",
        ["line"] = "general_liability",
        ["policy_number"] = "GL-1",
        ["carrier"] = "Great American Insurance Company",
        ["naic"] = "16691",
        ["am_best"] = "A+",
        ["am_best_size"] = "XV",
        ["effective"] = "2026-07-01",
        ["expiration"] = "2027-07-01",
        ["form"] = "occurrence",
        ["each_occurrence"] = "1000000",
        ["general_aggregate"] = "2000000",
        ["aggregate_applies_per"] = "policy",
        ["endorsements"] = "CG 20 10",
    };

    [Fact]
    public void A_usual_row_is_the_term_that_it_says()
    {
        var row = Read([Usual]).Good.Single();

        Assert.Equal(("C1", PolicyLine.GeneralLiability), (row.ClientRef, row.Line));
        Assert.Equal(Some.Term(), row.Term);
    }

    [Theory]
    [InlineData("CG 20 10;CG 20 37;CG 24 04")]
    [InlineData("CG 20 10, CG 20 37, CG 24 04")]
    [InlineData(" CG 20 10 ;, CG 20 37,CG 24 04;CG 20 10;")]
    public void Endorsements_are_divided_by_semicolons_or_commas(string endorsements)
    {
        var row = Read([new(Usual) { ["endorsements"] = endorsements }]).Good.Single();

        Assert.Equal(["CG 20 10", "CG 20 37", "CG 24 04"], row.Term.Coverage.Endorsements);
        Assert.All(row.Term.Coverage.Endorsements, form => Assert.Equal(form, EndorsementForm.Find(form)?.Number));
    }

    [Fact]
    public void Auto_scopes_are_divided_so_too()
    {
        var auto = new Dictionary<string, string>(Usual)
        {
            ["line"] = "auto",
            ["form"] = "",
            ["each_occurrence"] = "",
            ["general_aggregate"] = "",
            ["aggregate_applies_per"] = "",
            ["endorsements"] = "",
            ["combined_single_limit"] = "1000000",
            ["auto_scope"] = "Scheduled, hired",
        };

        Assert.Equal(
            [AutoScope.Scheduled, AutoScope.Hired], Read([auto]).Good.Single().Term.Coverage.AutoScopes);
    }

    [Theory]
    [InlineData("line", "flood_of_ages", "line")]
    [InlineData("line", "", "line")]
    [InlineData("naic", "1669", "naic")]
    [InlineData("effective", "07/01/2026", "effective")]
    [InlineData("expiration", "2026-02-30", "expiration")]
    [InlineData("expiration", "2026-07-01", "expiration")]
    [InlineData("effective", "1026-07-01", "effective")]
    [InlineData("expiration", "9999-12-31", "expiration")]
    [InlineData("each_occurrence", "1,000,000", "each_occurrence")]
    [InlineData("each_occurrence", "$1000000", "each_occurrence")]
    [InlineData("each_occurrence", "1000000.00", "each_occurrence")]
    [InlineData("each_occurrence", "-1", "each_occurrence")]
    [InlineData("each_occurrence", "0", "each_occurrence")]
    [InlineData("each_occurrence", "", "each_occurrence")]
    [InlineData("combined_single_limit", "1000000", "combined_single_limit")]
    [InlineData("auto_scope", "any", "auto_scope")]
    [InlineData("auto_scope", "leased", "auto_scope")]
    [InlineData("form", "sometimes", "form")]
    [InlineData("per_statute", "maybe", "per_statute")]
    [InlineData("aggregate_applies_per", "planet", "aggregate_applies_per")]
    [InlineData("am_best", "Z", "am_best")]
    [InlineData("policy_number", "", "policy_number")]
    [InlineData("carrier", "", "carrier")]
    [InlineData("client_ref", "", "client_ref")]
    public void A_wrong_cell_is_named_once_by_its_column(string column, string value, string named)
    {
        var row = new Dictionary<string, string>(Usual) { [column] = value };

        var problem = Assert.Single(Read([row]).Problems);

        Assert.Equal((2, named, value), (problem.Line, problem.Column, problem.Value));
    }

    [Fact]
    public void All_problems_of_a_row_are_listed()
    {
        var row = new Dictionary<string, string>(Usual) { ["naic"] = "x", ["effective"] = "soon", ["form"] = "odd" };

        Assert.Equal(["effective", "form", "naic"], Read([row]).Problems.Select(problem => problem.Column).Order());
    }

    [Fact]
    public void A_policy_that_is_there_twice_keeps_its_first_row()
    {
        var rows = Read([Usual, Usual, new Dictionary<string, string>(Usual) { ["policy_number"] = "GL-2" }]);

        Assert.Equal([(3, "policy_number")], rows.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.Equal(2, rows.Good.Count());
    }

    private static Rows<PolicyRow> Read(IReadOnlyList<Dictionary<string, string>> rows)
    {
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct()];
        var lines = rows.Select(row => string.Join(',', columns.Select(column =>
            row.GetValueOrDefault(column, "") is var cell && cell.Contains(',', StringComparison.Ordinal)
                ? $"\"{cell}\""
                : cell)));
        var text = string.Join("\r\n", [string.Join(',', columns), .. lines]);
        return PolicySheet.Read(Sheet.Read(PolicySheet.Layout, Encoding.UTF8.GetBytes(text)), Some.Now);
    }
}
