using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Elicits a problem without a language model: it keeps what was said as notes, reads them as a whole after every message, asks for what is still
/// open, and sums up until the client agrees. It says the same to the same transcript, so that a conversation can be taken up from its file.
/// </summary>
/// <param name="reader">Reads the notes.</param>
public sealed class EmbeddedAgent(NoteReader reader) : IElicitationAgent
{
    private const int MostDoubts = 2;
    private const double LeastDoubt = 0.5;
    private const string FirstThingsKey = "first things";
    private const string FirstRuleKey = "rule";

    private readonly NoteReader _reader = reader ?? throw new ArgumentNullException(nameof(reader));
    private Notebook _book = new(reader);
    private Hearing? _hearing;
    private ImmutableArray<Turn> _heard = [];
    private Ask? _asked;
    private Turn? _next;
    private int _doubts;

    /// <summary>An agent with the reader that comes with NlOpt.</summary>
    public EmbeddedAgent()
        : this(new NoteReader())
    {
    }

    /// <summary>The formulation as understood so far; null while nothing can be read.</summary>
    public ProblemFormulation? Formulation => _book.Formulation;

    /// <summary>Whether it is not known yet what the things add to the goal, so that the formulation only counts them.</summary>
    public bool IsGoalOpen => _hearing is not null && !MissingWorth().IsEmpty;

    /// <summary>The things to decide on, in the order in which they were said; empty while unknown.</summary>
    public ImmutableArray<string> Names => _book.Names;

    /// <summary>The notes made so far, in the order in which they are read: turns of the formulation's source are positions in this list.</summary>
    public ImmutableArray<Note> Notes => [.. _book.Notes];

    /// <inheritdoc/>
    Result<Turn> IElicitationAgent.Next(Transcript transcript, CancellationToken cancellationToken) =>
        Result.Success(Next(transcript, cancellationToken));

    /// <summary>What the agent says next; it always knows something to say.</summary>
    /// <inheritdoc cref="IElicitationAgent.Next" path="/param"/>
    /// <inheritdoc cref="IElicitationAgent.Next" path="/exception"/>
    public Turn Next(Transcript transcript, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (transcript.Last is { Speaker: Speaker.Agent }) throw new ArgumentException("The last turn must be the client's.", nameof(transcript));
        if (!IsContinued(transcript)) Restart();
        for (var turn = _heard.Length; turn < transcript.Turns.Length; turn++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var said = transcript.Turns[turn];
            if (said.Speaker == Speaker.Client)
            {
                _hearing!.Hear(_asked, said.Text, turn);
                continue;
            }

            // Of another agent's turns it is not known what they asked.
            if ((_next ?? Choose()).Text != said.Text) _asked = null;
            _next = null;
        }

        _heard = transcript.Turns;
        return _next = Choose();
    }

    private bool IsContinued(Transcript transcript) => _hearing is not null && transcript.Turns.Length >= _heard.Length
        && transcript.Turns.AsSpan(0, _heard.Length).SequenceEqual(_heard.AsSpan());

    private void Restart()
    {
        _book = new Notebook(_reader);
        _hearing = new Hearing(_book, _reader);
        (_heard, _asked, _next, _doubts) = ([], null, null, 0);
    }

    private Turn Choose()
    {
        var hearing = _hearing!;
        if (hearing.IsAccepted) return new Turn(Speaker.Agent, TurnKind.Goodbye, Phrases.Goodbye);
        if (_book.Names.IsEmpty) return AskThings(hearing);
        if (!hearing.IsGoalKnown && hearing.MayAsk(Keys.Goal))
            return Ask(new Ask.Goal(), Keys.Goal, hearing.MayAsk(Keys.Goal + "again") ? Phrases.Goal : Phrases.GoalAgain);
        if (MissingWorth() is { IsEmpty: false } missing && hearing.MayAsk(Keys.Worth))
            return Ask(new Ask.Worth(missing), Keys.Worth, Phrases.Worth(GoalName(), missing.Select(name => _book.Names[name])));
        foreach (var note in _book.Notes)
        {
            if (Needs.Of(note, _book) is not { } need || !hearing.MayAsk(Keys.Of(need))) continue;
            return Ask(need, Keys.Of(need), Phrases.Need(note.Text, need.IsMoney, need.Measure, need.Names.Select(name => _book.Names[name])));
        }

        if (Conflicts.Find(_book) is { } conflict && hearing.MayAsk(Keys.Of(conflict)))
            return Ask(conflict, Keys.Of(conflict), Phrases.Conflict(conflict.Earlier.Text, conflict.Later.Text));
        if (!hearing.IsRuleListClosed)
        {
            var isFirst = hearing.MayAsk(FirstRuleKey);
            hearing.Settle(FirstRuleKey);
            return Say(new Ask.Rule(isFirst), isFirst ? Phrases.FirstRule : Phrases.NextRule);
        }

        if (_book.Formulation is not { } formulation) return new Turn(Speaker.Agent, TurnKind.Goodbye, Phrases.GoodbyeWithout);
        if (FindDoubt(formulation, hearing) is { } doubt)
        {
            _doubts++;
            hearing.Settle(Keys.Of(doubt));
            return Say(doubt, doubt.Question.Text);
        }

        _asked = new Ask.Confirmation(formulation);
        return new Turn(Speaker.Agent, TurnKind.Summary, Phrases.Summary(formulation)) { Formulation = formulation };
    }

    private Turn AskThings(Hearing hearing)
    {
        var isAgain = !hearing.MayAsk(FirstThingsKey);
        hearing.Settle(FirstThingsKey);
        return hearing.MayAsk(Keys.Things)
            ? Ask(new Ask.Things(), Keys.Things, isAgain ? Phrases.ThingsAgain : Phrases.Things)
            : new Turn(Speaker.Agent, TurnKind.Goodbye, Phrases.GoodbyeWithout);
    }

    private string GoalName() => _book.Formulation is { } formulation ? PlainSentence.ObjectiveName(formulation.Objective)[4..] : "worth";

    /// <summary>The things of which it is not known what they add to the goal; empty where the goal counts them.</summary>
    private ImmutableArray<int> MissingWorth()
    {
        if (_book.Formulation is not { Objective: var objective }) return [];
        if (objective.Class != ObjectiveClass.Count || _hearing!.IsGoalACount) return [];
        return [.. Enumerable.Range(0, _book.Names.Length)];
    }

    private Ask.Doubt? FindDoubt(ProblemFormulation formulation, Hearing hearing)
    {
        if (_doubts >= MostDoubts) return null;
        return formulation.Questions.Where(question => question.Doubt >= LeastDoubt && question.Slot is not SlotKind.Divisibility)
            .Select(question => new Ask.Doubt(
                question, question.Quote is { } quote && quote.Turn < _book.Notes.Count ? _book.Notes[quote.Turn] : null))
            .FirstOrDefault(doubt => hearing.MayAsk(Keys.Of(doubt)));
    }

    private Turn Ask(Ask ask, string key, string text)
    {
        _hearing!.NoteAsked(key);
        return Say(ask, text);
    }

    private Turn Say(Ask ask, string text)
    {
        _asked = ask;
        return new Turn(Speaker.Agent, TurnKind.Question, Phrases.Within(text));
    }
}
