using Portal.Contracts.Policies;

namespace Portal.Insurance.Tests;

public sealed class LineOfBusinessTests
{
    public static TheoryData<PolicyLine> Lines() => [.. Enum.GetValues<PolicyLine>()];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_says_what_a_certificate_and_a_reader_need(PolicyLine line)
    {
        var described = LineOfBusiness.Of(line);

        Assert.Equal(line, described.Line);
        Assert.NotEmpty(described.Name);
        Assert.NotEmpty(described.Explanation);
        Assert.Contains(described.Limits, limit => limit.IsRequired);
        Assert.Equal(
            described.Limits.Select(limit => limit.Kind).Distinct().Order(),
            described.Limits.Select(limit => limit.Kind));
        Assert.Same(described, LineOfBusiness.Find(described.Code));
    }

    [Fact]
    public void The_lines_are_listed_as_the_messages_know_them() =>
        Assert.Equal(Enum.GetValues<PolicyLine>(), LineOfBusiness.All.Select(line => line.Line));

    [Fact]
    public void No_two_lines_or_limits_have_one_name()
    {
        Assert.Distinct(LineOfBusiness.All.Select(line => line.Name));
        Assert.Distinct(LineOfBusiness.All.Select(line => line.ShortName));
        Assert.Distinct(LimitDefinition.All.Select(limit => limit.Name));
        Assert.Equal(Enum.GetValues<LimitKind>(), LimitDefinition.All.Select(limit => limit.Kind));
    }

    [Fact]
    public void A_line_that_nobody_knows_is_not_found() => Assert.Null(LineOfBusiness.Find("flood"));

    [Theory]
    [InlineData(PolicyLine.GeneralLiability, CoverageForm.ClaimsMade, "Each occurrence", "General aggregate")]
    [InlineData(PolicyLine.Umbrella, CoverageForm.ClaimsMade, "Each occurrence", "Aggregate")]
    [InlineData(PolicyLine.Professional, CoverageForm.ClaimsMade, "Each claim", "Aggregate")]
    [InlineData(PolicyLine.Professional, CoverageForm.Occurrence, "Each occurrence", "Aggregate")]
    public void A_certificate_calls_limits_as_the_line_does(
        PolicyLine line, CoverageForm form, string each, string aggregate)
    {
        var described = LineOfBusiness.Of(line);

        Assert.Equal(each, described.CertificateNameOf(LimitKind.EachOccurrence, form));
        Assert.Equal(aggregate, described.CertificateNameOf(LimitKind.GeneralAggregate, form));
        Assert.Equal(aggregate, described.NameOf(LimitKind.GeneralAggregate));
    }

    [Fact]
    public void A_section_has_rows_for_limits_of_its_line_alone() => Assert.All(
        LineOfBusiness.All.Where(line => line.Section is not null),
        line => Assert.All(line.Section!.Limits, kind => Assert.True(line.Has(kind))));

    [Fact]
    public void Every_part_of_a_coverage_has_a_name_and_what_it_means()
    {
        Assert.All(
            Enum.GetValues<CoverageForm>(),
            form => Assert.NotEmpty(CoverageTerms.NameOf(form) + CoverageTerms.ExplanationOf(form)));
        Assert.All(
            Enum.GetValues<AggregateScope>(),
            scope => Assert.NotEmpty(CoverageTerms.NameOf(scope) + CoverageTerms.ExplanationOf(scope)));
        Assert.Distinct(Enum.GetValues<AutoScope>().Select(CoverageTerms.NameOf));
        Assert.Distinct(Enum.GetValues<AutoScope>().Select(CoverageTerms.BoxNameOf));
        Assert.Distinct(Enum.GetValues<AutoScope>().Select(CoverageTerms.ListedNameOf));
    }

    [Fact]
    public void Every_limit_of_a_message_is_read_by_its_kind()
    {
        var limits = new PolicyLimits();
        foreach (var (index, kind) in Enum.GetValues<LimitKind>().Index())
        {
            typeof(PolicyLimits).GetProperty(kind.ToString())!.SetValue(limits, (decimal?)index);
        }

        Assert.Equal(Enum.GetValues<LimitKind>().Length, typeof(PolicyLimits).GetProperties().Length);
        Assert.Equal(
            Enumerable.Range(0, Enum.GetValues<LimitKind>().Length).Select(index => (decimal?)index),
            Enum.GetValues<LimitKind>().Select(kind => limits.Of(kind)));
    }
}
