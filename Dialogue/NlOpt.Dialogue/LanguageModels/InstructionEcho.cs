using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>Sees whether a message repeats the instructions of a prompt, as others may ask a model to.</summary>
/// <param name="instructions">The instructions.</param>
internal sealed partial class InstructionEcho(string instructions)
{
    // So many words in a row are no chance any more.
    private const int Run = 8;

    private readonly string _instructions = $" {string.Join(' ', Words(instructions))} ";

    /// <summary>Whether a message has eight words in a row from the instructions.</summary>
    public bool IsIn(string message)
    {
        var words = Words(message);
        for (var first = 0; first + Run <= words.Length; first++)
            if (_instructions.Contains($" {string.Join(' ', words[first..(first + Run)])} ", StringComparison.Ordinal)) return true;
        return false;
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"[\p{L}\d']+")]
    private static partial Regex Word();
}
