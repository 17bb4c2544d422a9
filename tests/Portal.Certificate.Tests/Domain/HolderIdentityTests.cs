using Portal.Certificates.Domain.Shares;
using Portal.Contracts.Accounts;

namespace Portal.Certificate.Tests.Domain;

public sealed class HolderIdentityTests
{
    [Theory]
    [InlineData("Whitaker Port Authority", "12 Harbor Dr", "33602", "WHITAKER PORT AUTHORITY ", "12 Harbor Dr.", "33602-1234")]
    [InlineData("O'Brien Builders, L.L.C.", "9 Main Street, Suite 4", "07102", "OBrien Builders LLC", "9 Main St Ste 4", "07102")]
    [InlineData("Jørgensen Bank, N.A.", "1 Canal St", "12207", "JORGENSEN BANK NA", "1 Canal Street", "12207")]
    [InlineData("Dąbrowski & Söhne", "1 North Canal St", "12207", "Dabrowski & Sohne", "1 N. Canal St", "12207")]
    [InlineData("Þórsson hf.", "1 Main St", "12207", "Thorsson hf", "1 Main St", "12207")]
    [InlineData("Großmann & ﬁlia", "1 Main St", "12207", "GROẞMANN & FILIA", "1 Main St", "12207")]
    [InlineData("Ħal Kırşehir Ŧ", "1 Łąka St", "12207", "HAL KIRSEHIR T", "1 Laka St", "12207")]
    [InlineData("O’Brien Builders", "9 Main St", "07102", "O'Brien Builders", "9 Main St", "07102")]
    public void A_holder_written_otherwise_is_one_holder(
        string name, string street, string zip, string otherName, string otherStreet, string otherZip) =>
        Assert.Equal(Key(name, street, zip), Key(otherName, otherStreet, otherZip));

    [Theory]
    [InlineData("Whitaker Port Authority", "12 Harbor Dr", "33602", "Whitaker Port Authority", "14 Harbor Dr", "33602")]
    [InlineData("Whitaker Port Authority", "12 Harbor Dr", "33602", "Whitaker Bus Authority", "12 Harbor Dr", "33602")]
    [InlineData("Whitaker Port Authority", "12 Harbor Dr", "33602", "Whitaker Port Authority", "12 Harbor Dr", "33603")]
    [InlineData("Alpha", "1 2nd St", "33602", "Alpha", "12 nd St", "33602")]
    public void Another_name_street_or_place_is_another_holder(
        string name, string street, string zip, string otherName, string otherStreet, string otherZip) =>
        Assert.NotEqual(Key(name, street, zip), Key(otherName, otherStreet, otherZip));

    private static string Key(string name, string street, string zip) => HolderIdentity.KeyOf(new HolderDetails
    {
        Name = name,
        Address = new PostalAddress { Street = street, City = "Anywhere", State = "FL", Zip = zip },
        Email = "certs@holder.example",
    });
}
