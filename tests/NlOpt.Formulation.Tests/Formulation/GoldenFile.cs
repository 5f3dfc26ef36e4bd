using System.Runtime.CompilerServices;
using FluentAssertions;

namespace NlOpt.Formulation.Tests.Formulation;

/// <summary>Wording is held by files that people read in reviews; a difference is written beside the file as <c>*.received.txt</c>.</summary>
internal static class GoldenFile
{
    public static void ShouldMatch(string received, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name);
        var difference = Path.ChangeExtension(path, ".received.txt");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (received != expected) File.WriteAllText(difference, received);
        received.Should().Be(expected, $"{difference} shows the difference; replace the golden file by it when it is right");
        File.Delete(difference);
    }
}
