using FluentAssertions;
using Xunit;

namespace NlOpt.Datasets.Tests;

public sealed class DataFolderTests
{
    [Fact]
    public void TheFolderAUserNamedIsTheOnlyOneTried()
    {
        DataFolder.Find(Path.GetTempPath(), "/").Value.Path.Should().Be(Path.GetFullPath(Path.GetTempPath()));
        var failure = DataFolder.Find("/no/such/folder", AppContext.BaseDirectory).Diagnostics.Should().ContainSingle().Which;
        failure.Code.Should().Be("data.not-found");
        failure.Message.Should().Contain("/no/such/folder");
    }

    [Fact]
    public void OtherwiseSharedDataIsLookedForUpwards()
    {
        var root = Directory.CreateTempSubdirectory("nlopt");
        try
        {
            var data = root.CreateSubdirectory("shared/data");
            DataFolder.Find("  ", Path.Combine(root.FullName, "repository/bin/Debug")).Value.Path.Should().Be(data.FullName);
            DataFolder.Find(null, root.FullName + "/repository").Value.PathOf("nl4opt", "dev.jsonl").Should().Be(Path.Combine(data.FullName, "nl4opt", "dev.jsonl"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
