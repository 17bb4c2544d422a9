using Portal.Certificates.Rendering;
using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Policies;

namespace Portal.Certificate.Tests.Rendering;

public sealed class CoverageScheduleTests
{
    private static readonly HolderTerms Everything = new()
    {
        AdditionalInsured = true,
        WaiverOfSubrogation = true,
        PrimaryNoncontributory = true,
    };
    private static readonly HolderTerms Nothing = new()
    {
        AdditionalInsured = false,
        WaiverOfSubrogation = false,
        PrimaryNoncontributory = false,
    };

    [Fact]
    public void A_holder_is_an_additional_insured_only_where_the_policy_is_endorsed_so()
    {
        var schedule = CoverageSchedule.Of(
            [ACertificate.GeneralLiability, ACertificate.Auto with { Endorsements = [] }, ACertificate.Professional],
            Everything);
        Assert.True(schedule.GeneralLiability!.AdditionalInsured);
        Assert.False(schedule.Auto!.AdditionalInsured);
        Assert.False(Assert.Single(schedule.Others).AdditionalInsured);
    }

    [Fact]
    public void An_umbrella_follows_the_primary_insurance()
    {
        var following = CoverageSchedule.Of(
            [ACertificate.Umbrella, ACertificate.GeneralLiability], Everything).UmbrellaOrExcess!;
        var alone = CoverageSchedule.Of(
            [ACertificate.Umbrella, ACertificate.WorkersCompensation], Everything).UmbrellaOrExcess!;
        Assert.True(following.AdditionalInsured);
        Assert.True(following.SubrogationWaived);
        Assert.False(alone.AdditionalInsured);
        Assert.False(alone.SubrogationWaived);
    }

    [Fact]
    public void Workers_compensation_knows_a_waiver_but_no_additional_insured()
    {
        var coverage = CoverageSchedule.Of([ACertificate.WorkersCompensation], Everything).WorkersCompensation!;
        Assert.Null(coverage.AdditionalInsured);
        Assert.True(coverage.SubrogationWaived);
    }

    [Fact]
    public void An_endorsed_policy_gives_nothing_to_a_holder_who_was_granted_nothing()
    {
        var coverage = CoverageSchedule.Of([ACertificate.GeneralLiability], Nothing).GeneralLiability!;
        Assert.False(coverage.AdditionalInsured);
        Assert.False(coverage.SubrogationWaived);
    }

    [Fact]
    public void One_insurer_of_several_policies_has_one_letter_and_letters_follow_the_page()
    {
        var schedule = CoverageSchedule.Of(
            [
                ACertificate.Professional,
                ACertificate.WorkersCompensation,
                ACertificate.Auto with
                {
                    CarrierName = ACertificate.GeneralLiability.CarrierName,
                    CarrierNaic = ACertificate.GeneralLiability.CarrierNaic,
                },
                ACertificate.GeneralLiability,
            ],
            Nothing);
        Assert.Equal(["A", "A", "B", "C"], schedule.All.Select(coverage => coverage.InsurerLetter));
        Assert.Equal(["A", "B", "C"], schedule.Insurers.Select(insurer => insurer.Letter));
        Assert.Equal(ACertificate.GeneralLiability.CarrierName, schedule.Insurers[0].Name);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    public void Letters_go_on_after_Z(int index, string letter) => Assert.Equal(letter, Insurer.LetterOf(index));

    [Fact]
    public void An_excess_policy_takes_the_umbrellas_section_only_where_there_is_no_umbrella()
    {
        var excess = ACertificate.Umbrella with { Line = PolicyLine.Excess, Number = "EXC-1" };
        Assert.Equal("EXC-1", CoverageSchedule.Of([excess], Nothing).UmbrellaOrExcess!.Policy.Number);
        var both = CoverageSchedule.Of([excess, ACertificate.Umbrella], Nothing);
        Assert.Equal(ACertificate.Umbrella.Number, both.UmbrellaOrExcess!.Policy.Number);
        Assert.Equal("EXC-1", Assert.Single(both.Others).Policy.Number);
    }

    [Fact]
    public void The_description_names_the_endorsements_behind_each_grant()
    {
        var content = ACertificate.Of(
            ACertificate.GeneralLiability, ACertificate.Umbrella, ACertificate.WorkersCompensation);
        var description = OperationsDescription.Of(content, CoverageSchedule.Of(content.Policies, content.Terms));
        Assert.Equal(
            """
            Project: Job 2319 - Sacramento
            The certificate holder is an additional insured under commercial general liability (CG 20 10 04 13, CG 20 37); umbrella liability (following the primary insurance).
            Subrogation against the certificate holder is waived under commercial general liability (CG 24 04); umbrella liability (following the primary insurance); workers compensation and employers' liability (WC 00 03 13).
            As respects the certificate holder, insurance is primary and noncontributory under commercial general liability (CG 20 01).
            All operations of the named insured at the above project.
            """,
            description);
    }

    [Fact]
    public void An_amount_that_a_section_has_no_row_for_is_described()
    {
        var content = ACertificate.Of(
            ACertificate.GeneralLiability with
            {
                Limits = ACertificate.GeneralLiability.Limits with { Deductible = 2_500.50m },
            });
        Assert.Contains(
            "Commercial general liability GLP-3328283: Deductible $2,500.50",
            OperationsDescription.Of(content, CoverageSchedule.Of(content.Policies, content.Terms)),
            StringComparison.Ordinal);
    }
}
