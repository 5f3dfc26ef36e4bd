using System.Text;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>The words of a text in lower case with single blanks between them: phrases are looked for in runs of it, without making strings.</summary>
internal sealed class LowerLine
{
    private readonly string _line;
    private readonly int[] _starts;

    public LowerLine(Token[] tokens)
    {
        _starts = new int[tokens.Length + 1];
        var line = new StringBuilder();
        for (var index = 0; index < tokens.Length; index++)
        {
            _starts[index] = line.Length;
            line.Append(tokens[index].Lower).Append(' ');
        }

        _starts[^1] = line.Length;
        _line = line.ToString();
    }

    /// <summary>The words of a run of tokens, without the blanks around it.</summary>
    public ReadOnlySpan<char> Of(int first, int end) => first < end ? _line.AsSpan(_starts[first].._starts[end])[..^1] : [];
}
