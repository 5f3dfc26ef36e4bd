using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// What was learned of directions: it depends on the words and on where numbers stand, so that it is judged once for all hypotheses that leave
/// the same numbers.
/// </summary>
internal sealed class OperatorMemory
{
    private readonly Dictionary<(int First, int End, LimitKind Kind), double> _judged = [];
    private ReadingContext? _last;

    /// <summary>What is known for a reading; emptied where its text or its numbers are others than before.</summary>
    public Dictionary<(int First, int End, LimitKind Kind), double> Of(ReadingContext context)
    {
        if (ReferenceEquals(context, _last)) return _judged;
        if (_last is null || !context.HasNumbersOf(_last)) _judged.Clear();
        _last = context;
        return _judged;
    }
}
