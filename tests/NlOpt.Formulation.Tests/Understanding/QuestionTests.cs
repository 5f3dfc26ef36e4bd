using FluentAssertions;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class QuestionTests
{
    private static readonly Sketch Workshop = new(
        "A workshop builds stools and desks. A stool takes 2 hours and a desk takes 5 hours. There are 120 hours available. Stools come with 10 screws. "
        + "The profit is $12 per stool and $30 per desk. Maximize the profit.",
        "stool", "desk");

    private static DecodedRow Hours(double direction = 0.99) => Workshop.Row(LimitKind.Column, "120", terms: Workshop.Column("2", "5"), direction: direction);

    private static DecodedReading Usual(params DecodedRow[] rows) => Workshop.Reading(Workshop.Column("12", "30"), rows);

    private static IReadOnlyList<Question> Ask(Sketch sketch, params (DecodedReading Reading, double Share)[] readings) => QuestionFinder.Find(
        sketch.Assemble(readings[0].Reading)!, [.. readings.Select(item => new RankedReading(item.Reading, item.Share, []))], sketch.Source, sketch.Spans);

    [Fact]
    public void Nothing_is_asked_where_all_is_sure() => Ask(Workshop, (Usual(Hours()), 1)).Should().BeEmpty();

    [Fact]
    public void A_reading_that_is_not_sure_as_a_whole_is_asked_about_once()
    {
        var reading = Usual(Hours(0.9));
        var question = QuestionFinder.Find(Workshop.Assemble(reading, 0.8)!, [new RankedReading(reading, 1, [0.8])], Workshop.Source, Workshop.Spans)
            .Should().ContainSingle().Subject;
        question.Options.Length.Should().BeGreaterThan(1, "there is something to choose from also where all readings agree");
        question.Doubt.Should().BeInRange(0.03, 0.3, "a fifth of such readings is wrong somewhere, and it may be elsewhere");
    }

    [Fact]
    public void Doubts_of_all_kinds_rise_with_the_doubt_of_the_reader()
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            var doubts = new[] { 0, 1e-6, 0.01, 0.3, 0.9, 1 }.Select(doubt => DoubtScale.IfWrong(kind, doubt)).ToList();
            doubts.Should().BeInAscendingOrder().And.OnlyContain(doubt => doubt > 0 && doubt < 1);
        }
    }

    [Fact]
    public void A_charge_that_neither_the_goal_nor_a_row_can_take_is_asked_about()
    {
        var sketch = new Sketch(
            "A workshop builds stools and desks. A stool takes 2 hours and a desk takes 5 hours. At least 120 hours must be filled. "
            + "There is a setup cost of $500 for stools. Minimize the number of stools and desks.",
            "stool", "desk");
        sketch.Context.Charges.Should().ContainSingle();
        Ask(sketch, (sketch.Reading(null, sketch.Row(LimitKind.Column, "120", true, terms: sketch.Column("2", "5"))), 1))
            .Should().Contain(question => question.Text.Contains("$500", StringComparison.Ordinal) && question.Text.Contains("does not use it", StringComparison.Ordinal));
    }

    [Fact]
    public void Amounts_left_over_beside_used_ones_of_their_kind_are_asked_about()
    {
        var sketch = new Sketch(
            "Stools, desks and shelves earn $12, $30 and $7. A stool takes 2 hours, a desk 5 hours and a shelf 3 hours. There are 120 hours available. Each comes with 10 screws. "
            + "Maximize the profit.",
            "stool", "desk");
        var questions = Ask(sketch, (sketch.Reading(sketch.Column("12", "30"), sketch.Row(LimitKind.Column, "120", terms: sketch.Column("2", "5"))), 1));
        questions.Select(question => question.Text).Should().Equal(
            "What is $7 in “Stools, desks and shelves earn $12, $30 and $7” for? The plan as read does not use it.",
            "What is 3 in “A stool takes 2 hours, a desk 5 hours and a shelf 3 hours” for? The plan as read does not use it.");
        questions.Should().OnlyContain(question => question.Slot == SlotKind.Coefficient && question.Options.IsEmpty);
    }

    [Fact]
    public void A_name_listed_with_the_variables_is_asked_for()
    {
        var sketch = new Sketch(
            "A farm grows wheat, rye and maize. Wheat earns $12, rye earns $9 and maize earns $30. There is room for 120 bags. Maximize the earnings.", "wheat", "maize");
        var reading = sketch.Reading(sketch.Column("12", "30"), sketch.Row(LimitKind.Sum, "120"));
        var question = Ask(sketch, (reading, 1))[0];
        question.Text.Should().Be("Is the amount of rye in “A farm grows wheat, rye and maize” to be decided too?");
        question.Options.Should().HaveCount(2);
    }

    [Fact]
    public void The_word_for_the_kind_of_the_variables_is_not_asked_for()
    {
        var sketch = new Sketch(
            "A smith makes two tools, a hammer and a saw. A hammer earns $12 and a saw earns $30. The tools fit into 120 boxes in all. Maximize the earnings.", "hammer", "saw");
        Ask(sketch, (sketch.Reading(sketch.Column("12", "30"), sketch.Row(LimitKind.Sum, "120")), 1)).Should().BeEmpty();
    }

    [Fact]
    public void A_sum_of_money_and_hours_is_asked_about()
    {
        var reading = Usual(Workshop.Row(LimitKind.Column, "120", terms: Workshop.Column("2", "30")));
        Ask(Workshop, (reading, 1)).Should().Contain(question => question.Text.Contains("money is added to something else"));
    }

    [Fact]
    public void A_doubtful_direction_is_asked_with_the_likelier_one_first()
    {
        var question = Ask(Workshop, (Usual(Hours(0.6)), 1)).Should().ContainSingle().Subject;
        question.Slot.Should().Be(SlotKind.Operator);
        question.Text.Should().Be("Does “There are 120 hours available” mean at least or at most?");
        question.Options.Should().Equal("at most 120 hours", "at least 120 hours");
        question.ExpectedLoss.Should().BeApproximately(0.4, 1e-9);
        Workshop.Quotes([question.Quote!.Value]).Should().Equal("There are 120 hours available");
    }

    [Fact]
    public void A_doubtful_comparison_is_offered_in_both_directions()
    {
        var sketch = new Sketch("Stools and desks earn $4 and $9. At most 50 fit. Twice as many stools as desks are built. Maximize the profit.", "stool", "desk");
        var comparison = sketch.Multiple("Twice", true, 0, 1) with { OperatorProbability = 0.7 };
        var question = Ask(sketch, (sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Sum, "50"), comparison), 1)).Should().ContainSingle().Subject;
        question.Options.Should().Equal("at least twice as many stools as desks", "at most twice as many stools as desks");
    }

    [Fact]
    public void A_long_quote_is_cut_around_its_number()
    {
        var sketch = new Sketch(
            "Since the workshop has been growing so very fast over the last few years it must now deliver 40 stools or desks to all of the many shops in its large town. "
            + "Stools cost $4 and desks cost $9. Minimize the cost.",
            "stool", "desk");
        Ask(sketch, (sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Sum, "40", true, direction: 0.6)), 1)).Should().ContainSingle()
            .Which.Text.Should().Be("Does “… over the last few years it must now deliver 40 stools or desks to all of the many shops …” mean at least or at most?");
    }

    [Fact]
    public void A_number_that_rivals_give_another_role_is_asked()
    {
        var other = Usual(Hours(), Workshop.Row(LimitKind.Bound, "10", true, 0));
        var question = Ask(Workshop, (Usual(Hours()), 0.6), (other, 0.4)).Should().ContainSingle().Subject;
        question.Text.Should().Be("What is 10 in “Stools come with 10 screws”?");
        question.Options.Should().Equal("nothing that the plan depends on", "a limit");
        question.ExpectedLoss.Should().BeApproximately(0.4, 1e-9);
    }

    [Fact]
    public void A_limit_that_rivals_lay_on_something_else_is_asked()
    {
        var other = Usual(Workshop.Row(LimitKind.Sum, "120")) with { Roles = Usual(Hours()).Roles };
        var question = Ask(Workshop, (Usual(Hours()), 0.7), (other, 0.3)).Should().ContainSingle().Subject;
        question.Slot.Should().Be(SlotKind.Template);
        question.Text.Should().Be("What does 120 hours in “There are 120 hours available” limit?");
        question.Options.Should().Equal("the total of 2 hours for stools and 5 hours for desks", "stools and desks together");
    }

    [Fact]
    public void The_word_of_money_is_said_once()
    {
        var sketch = new Sketch(
            "A stool takes 2 dollars and a desk takes 5 dollars. There are 120 dollars available. Stools earn $4 and desks earn $9. Maximize profit.",
            "stool", "desk");
        var whole = sketch.Row(LimitKind.Column, "120", terms: sketch.Column("2", "5"));
        var first = sketch.Reading(sketch.Column("4", "9"), whole);
        var other = sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Sum, "120")) with { Roles = first.Roles };
        Ask(sketch, (first, 0.7), (other, 0.3)).Should().ContainSingle()
            .Which.Text.Should().Be("What does 120 dollars in “There are 120 dollars available” limit?");
    }

    [Fact]
    public void Another_objective_is_offered()
    {
        var other = Workshop.Reading(null, Hours()) with { Roles = Usual(Hours()).Roles };
        var question = Ask(Workshop, (Usual(Hours()), 0.7), (other, 0.3)).Should().ContainSingle().Subject;
        question.Slot.Should().Be(SlotKind.Objective);
        question.Text.Should().Be("What is it that should be as large as possible?");
        question.Options.Should().Equal("the total of $12 for stools and $30 for desks", "the number of stools and desks");
        question.ExpectedLoss.Should().BeApproximately(0.3, 1e-9);
    }

    [Fact]
    public void Other_variables_are_offered()
    {
        var hours = new Sketch(Workshop.Source.Text, "stool", "hour");
        var question = Ask(Workshop, (Usual(Hours()), 0.7), (hours.Reading(null), 0.3)).Should().ContainSingle().Subject;
        question.Slot.Should().Be(SlotKind.Variable);
        question.Options.Should().Equal("stools and desks", "stools and hours");
    }

    [Fact]
    public void An_amount_that_may_belong_to_another_variable_is_asked()
    {
        var reading = Usual(Hours());
        reading.AttachmentProbabilities[Workshop["5"].Position] = 0.5;
        var question = Ask(Workshop, (reading, 1)).Should().ContainSingle().Subject;
        question.Text.Should().Be("What does 5 in “A stool takes 2 hours and a desk takes 5 hours” belong to?");
        question.Options.Should().Equal("desks", "stools", "stools and desks");
    }

    [Fact]
    public void A_missing_amount_is_asked()
    {
        var questions = Ask(Workshop, (Usual(Workshop.Row(LimitKind.Column, "120", terms: Workshop.Column("2", "")), Workshop.Row(LimitKind.Sum, "10")), 1));
        questions.Should().OnlyContain(question => question.Slot == SlotKind.Coefficient);
        questions.Select(question => question.Text).Should().Equal(
            "What is 5 in “A stool takes 2 hours and a desk takes 5 hours” for? The plan as read does not use it.",
            "Does “There are 120 hours available” concern desks too? The text gives no amount for it.");
    }

    [Fact]
    public void Growth_without_limit_is_asked_first()
    {
        var questions = Ask(Workshop, (Usual(Workshop.Row(LimitKind.Bound, "10", variable: 0, direction: 0.6)), 1));
        questions.Select(question => question.Slot).Should().Equal(SlotKind.LimitValue, SlotKind.Operator);
        questions[0].Text.Should().Be("What limits desks? As read, there could be any amount.");
        questions[0].Quote.Should().BeNull();
    }

    [Fact]
    public void Amounts_tied_to_limited_ones_are_limited()
    {
        var sketch = new Sketch("Build stools, desks and shelves. At most 9 stools. Desks are at most twice the stools, and at most 40% are shelves. Maximize output.", "stool", "desk", "shelf");
        GrowthLimits.Unlimited(sketch.Formulation(
            null, sketch.Row(LimitKind.Bound, "9", variable: 0), sketch.Multiple("twice", false, 1, 0), sketch.Row(LimitKind.Ratio, "40%", variable: 2))).Should().BeEmpty();
        GrowthLimits.Unlimited(sketch.Formulation(null, sketch.Multiple("twice", false, 1, 0))).Should().HaveCount(3);
    }

    [Fact]
    public void A_minimum_that_nothing_forces_is_asked()
    {
        var sketch = new Sketch("Stools cost $4 and desks cost $9. At most 50 stools fit. Minimize the cost.", "stool", "desk");
        Ask(sketch, (sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Bound, "50", variable: 0)), 1)).Should().ContainSingle()
            .Which.Text.Should().StartWith("What has to be reached at least?");
    }

    [Fact]
    public void Undecided_divisibility_is_asked()
    {
        var sketch = new Sketch("A mix has Zorin and Plast. Zorin costs $4, Plast $9. Use at least 50 in total. Minimize the cost.", "zorin", "plast");
        var questions = Ask(sketch, (sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Sum, "50", true)), 1));
        questions.Should().HaveCount(2).And.OnlyContain(question => question.Slot == SlotKind.Divisibility);
        questions[0].Text.Should().Be("Can the plan have a part of one, such as a half, of Zorin?");
        questions[0].Options.Should().Equal("whole numbers only", "parts too");
    }

    [Fact]
    public void A_direction_of_the_objective_that_nothing_says_is_asked()
    {
        var sketch = new Sketch("Stools earn $4 and desks earn $9. At most 50 fit. What should be built for a good profit?", "stool", "desk");
        Ask(sketch, (sketch.Reading(sketch.Column("4", "9"), sketch.Row(LimitKind.Sum, "50")), 1)).Should().ContainSingle().Which.Slot.Should().Be(SlotKind.Sense);
    }

    [Fact]
    public void At_most_five_are_asked_the_costliest_first()
    {
        var reading = Usual(Hours(0.55), Workshop.Row(LimitKind.Bound, "10", true, 0, direction: 0.51));
        foreach (var number in Workshop.Context.Numbers) reading.AttachmentProbabilities[number.Position] = 0.5;
        Ask(Workshop, (reading, 1)).Should().HaveCount(QuestionFinder.Most).And.BeInDescendingOrder(question => question.ExpectedLoss);
    }
}
