using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>The folders and projects are those of the design.</summary>
public class LayoutTests
{
    [Fact]
    public void Every_project_lies_in_a_room_and_is_named_like_its_folder()
    {
        foreach (var project in Repository.Projects)
            Path.GetFileName(Path.GetDirectoryName(project)).Should().Be(Path.GetFileNameWithoutExtension(project));
    }
}
