using System.Runtime.CompilerServices;
using FluentAssertions;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Screens are held by files that people read in reviews. Running the tests with <c>NLOPT_ACCEPT=1</c> accepts what is shown now.</summary>
internal static class GoldenScreen
{
    public static void ShouldMatch(string screen, string name, [CallerFilePath] string testFile = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name + ".txt");
        var received = Path.ChangeExtension(golden, ".received.txt");
        // Cells are padded with spaces that nobody sees.
        screen = string.Join('\n', screen.Split('\n').Select(line => line.TrimEnd(' ')));
        if (Environment.GetEnvironmentVariable("NLOPT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, screen);
        }

        var expected = File.Exists(golden) ? File.ReadAllText(golden) : "";
        if (screen != expected) File.WriteAllText(received, screen);
        screen.Should().Be(expected, "{0} holds the difference; NLOPT_ACCEPT=1 accepts it", received);
        File.Delete(received);
    }
}
