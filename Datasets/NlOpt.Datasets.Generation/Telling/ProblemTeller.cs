using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells one problem in words.</summary>
internal sealed class ProblemTeller
{
    private const double ShareOfAsides = 0.12;
    private const double ShareOfWishes = 0.15;
    private const int FirstAsideKey = 1_000_000;

    private readonly ProblemWords _words;
    private readonly PieceSentences _pieces;
    private readonly LimitSentences _limits;
    private readonly RatedOpening _rated;
    private readonly GoalSentences _goals;
    private readonly TextDraft _draft;
    private readonly List<SampledNumber> _asides = [];

    public ProblemTeller(ProblemWords words)
    {
        _words = words;
        _pieces = new PieceSentences(words);
        _limits = new LimitSentences(words);
        _rated = new RatedOpening(words);
        _goals = new GoalSentences(words, _pieces);
        _draft = new TextDraft(words.Style.Spelling);
    }

    /// <summary>The numbers that were told without a part in the problem.</summary>
    public IReadOnlyList<SampledNumber> Asides => _asides;

    /// <summary>What the goal was called; empty where only its sentence says so.</summary>
    public string GoalName => _goals.Name;

    /// <summary>Tells it.</summary>
    public TextDraft Tell()
    {
        if (_words.Style.Spelling == Spelling.British) _draft.Note("british");
        switch (_words.Style.Layout)
        {
            case TextLayout.Bullets:
                new BulletText(_words, _pieces, _limits, _goals).Tell(_draft);
                break;
            default:
                Prose();
                break;
        }

        return _draft;
    }

    private void Prose()
    {
        var layout = _words.Style.Layout;
        var objective = _words.Problem.Objective;
        var wanted = new[] { objective.Column, objective.Deduction }.OfType<AmountColumn>().ToImmutableArray();
        var isLate = _words.Style.ObjectiveLate && !wanted.IsEmpty && layout == TextLayout.Prose && wanted.All(column => !Said(column));
        var told = _words.Problem.Columns.Where(column => !isLate || !wanted.Contains(column)).ToImmutableArray();
        var rated = _words.Style.RatedOpening && layout != TextLayout.Bullets ? _rated.Column(told) : null;
        if (rated is not null) told = told.Remove(rated);
        if (_words.Random.Chance(0.4)) told = [.. _words.Random.Shuffled(told)];
        var isWished = !isLate && _words.Random.Chance(ShareOfWishes);
        var opened = rated is null ? _limits.Opening() : draft => _rated.Tell(draft, rated);
        var asked = _words.Style.AsksWithLimit && !isWished && layout != TextLayout.QuestionFirst ? _limits.InQuestion() : null;
        var limits = _limits.Sentences().ToList();
        var pieces = told.IsEmpty ? [] : _pieces.Sentences(told).ToList();
        var body = _words.Random.Chance(0.2) ? limits.Concat(pieces) : pieces.Concat(limits);
        if (layout == TextLayout.AnyOrder)
        {
            _draft.Note("any-order");
            body = _words.Random.Shuffled(body);
        }

        var sentences = body.ToList();
        if (_words.Random.Chance(ShareOfAsides) && Aside() is { } aside) sentences.Insert(_words.Random.NextIndex(sentences.Count + 1), aside);
        var opening = opened ?? Opening;
        if (layout == TextLayout.QuestionFirst)
        {
            _draft.Note("question-first");
            var isOpened = _words.Random.Chance(0.65);
            if (isOpened) Sentence(opening);
            Sentence(draft => _goals.Question(draft, []), stop: false);
            if (!isOpened) Sentence(opening);
            foreach (var sentence in sentences) Sentence(sentence);
            return;
        }

        Sentence(opening);
        if (isWished) Sentence(_goals.Wish);
        foreach (var sentence in sentences) Sentence(sentence);
        if (isWished) Sentence(_goals.PlainQuestion, stop: false);
        else Sentence(draft => _goals.Question(draft, isLate ? wanted : [], asked), stop: false);
    }

    private bool Said(AmountColumn column) => _words.Problem.Sayings.OfType<RowSaying>().Any(row => row.Column.Amount.Id == column.Amount.Id);

    private void Opening(TextDraft draft)
    {
        var own = _words.OfBank(_words.Problem.Family.Openings, _words.Base).ToList();
        if (own.Count > 0 && _words.Random.Chance(0.6)) _words.Speaker.SayPattern(_words.Random.Pick(own), _words.Scope(), draft);
        else _words.Speaker.Say("opening", _words.Scope(), draft);
    }

    private void Sentence(Action<TextDraft> write, bool stop = true)
    {
        if (_draft.Text.Length > 0) _draft.Write(" ");
        _draft.Write(TextDraft.Capital.ToString());
        write(_draft);
        if (stop) _draft.Write(".");
    }

    private Action<TextDraft>? Aside()
    {
        var asides = _words.Problem.Bank.Asides;
        if (asides.IsEmpty) return null;
        var parts = _words.Random.Pick(asides).TrimEnd('.').Split('{', '}');
        var number = new SampledNumber(FirstAsideKey + _asides.Count, double.Parse(parts[1].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        _asides.Add(number);
        return draft =>
        {
            draft.Note("distractor");
            draft.Write(parts[0]).Marked(MarkKind.Aside, number.Key, parts[1]).Write(parts[2]);
        };
    }
}
