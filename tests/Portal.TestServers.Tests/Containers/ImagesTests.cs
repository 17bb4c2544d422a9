using System.Text.RegularExpressions;
using Portal.TestServers.Containers;

namespace Portal.TestServers.Tests.Containers;

public sealed partial class ImagesTests
{
    [Theory]
    [InlineData(Images.Postgres)]
    [InlineData(Images.RabbitMq)]
    [InlineData(Images.Mongo)]
    public void Each_image_is_an_official_one_of_a_pinned_version(string image) => Assert.Matches(Pinned(), image);

    [GeneratedRegex(@"^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$")]
    private static partial Regex Pinned();
}
