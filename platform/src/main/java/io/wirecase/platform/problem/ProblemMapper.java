package io.wirecase.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what a request ends with into a problem; what nobody foresaw is logged and answered without its insides. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;

    @ServerExceptionMapper
    Response problem(ProblemException exception) {
        return answer(exception.problem());
    }

    @ServerExceptionMapper
    Response badJson(JsonProcessingException exception) {
        return answer(
                Problem.of(BAD_REQUEST, "bad-request", "Bad Request.", "The body is not the JSON expected here."));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException exception) {
        Response response = exception.getResponse();
        if (response.getStatus() < BAD_REQUEST || response.hasEntity()) {
            return response;
        }
        String phrase = response.getStatusInfo().getReasonPhrase();
        Problem problem = Problem.of(
                response.getStatus(),
                phrase.toLowerCase(Locale.ROOT).replace(' ', '-'),
                phrase + ".",
                String.valueOf(exception.getMessage()));
        Response.ResponseBuilder answer = Response.fromResponse(response);
        return answer.type(Problem.MEDIA_TYPE).entity(problem.json()).build();
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable bug) {
        LOG.error("a request failed", bug);
        return answer(Problem.of(
                SERVER_ERROR,
                "internal-error",
                "Internal error.",
                "The service failed on this request; its log has the reason."));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json())
                .build();
    }
}
